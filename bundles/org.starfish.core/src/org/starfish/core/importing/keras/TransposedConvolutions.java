// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.util.Map;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.importing.keras.TrainedArrays.Role;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Padding;
import org.starfish.core.network.operation.TransposedConvolution;

/** Maps transposed convolutions. */
final class TransposedConvolutions {
	private TransposedConvolutions() {
	}

	static void map(LayerCall call, int axes) throws StarfishException {
		Fields fields = call.fields();
		Map<Role, Weights> arrays = call.arrays(Convolutions.roles(fields, Role.KERNEL));
		String input = call.spatialInput();
		int filters = fields.integer("filters", "nb_filter");
		int[] kernel = Kernels.size(call, axes);
		int[] strides = Kernels.strides(call, axes);
		int[] dilations = Kernels.dilations(call, axes);
		Weights weights = Kernels.ofTransposed(call, arrays.get(Role.KERNEL), axes);
		call.expect(weights, Convolutions.with(kernel, filters, call.shape(input).channels()));
		boolean same = Convolutions.padding(call, axes) == Padding.SAME;
		Optional<int[]> added = outputPadding(call, axes, strides);
		Padding padding = Padding.SAME;
		int[] after = new int[axes];
		if (!same || added.isPresent()) {
			int[] begin = new int[axes];
			int[] end = new int[axes];
			for (int axis = 0; axis < axes; axis++) {
				int span = (kernel[axis] - 1) * dilations[axis] + 1;
				int surplus = added.isPresent() ? (same ? 2 * (span / 2) : 0) - added.get()[axis]
						: -Math.max(strides[axis] - span, 0);
				begin[axis] = Math.max(surplus, 0) / 2;
				end[axis] = Math.max(surplus, 0) - begin[axis];
				after[axis] = Math.max(-surplus, 0);
			}
			padding = Padding.explicit(begin, end);
		}
		call.activated(new TransposedConvolution(weights, Convolutions.bias(call, arrays, filters), strides,
				dilations, padding, after, 1), input);
	}

	private static Optional<int[]> outputPadding(LayerCall call, int axes, int[] strides) throws StarfishException {
		var element = call.fields().element("output_padding");
		if (element.isEmpty()) {
			return Optional.empty();
		}
		int[] stated = call.fields().integers(element.get(), "output_padding");
		int[] added = new int[axes];
		for (int axis = 0; axis < axes; axis++) {
			added[axis] = stated.length == 1 ? stated[0] : axis < stated.length ? stated[axis] : -1;
			if (added[axis] < 0 || added[axis] >= strides[axis]) {
				throw call.fields().wrong("output_padding", "smaller than its strides");
			}
		}
		return Optional.of(added);
	}
}
