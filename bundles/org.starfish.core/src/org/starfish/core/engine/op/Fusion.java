// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.Optional;

import org.starfish.core.network.Shape;
import org.starfish.core.network.operation.BatchNormalization;
import org.starfish.core.network.operation.Convolution;
import org.starfish.core.network.operation.Operation;
import org.starfish.core.network.operation.Pad;

/**
 * Layers that are computed as one because nobody looks between them.
 *
 * @param padding zeros around what the head, a convolution, reads
 * @param head a convolution or a dense layer
 * @param normalization of the head's answers, whose scale and shift go into the weights
 * @param rectifier of the results
 */
public record Fusion(Optional<Pad> padding, Operation head, Optional<BatchNormalization> normalization,
		Optional<Rectifier> rectifier) {

	/**
	 * Whether a convolution's windows can reach over the border by themselves instead of a padding before it.
	 *
	 * @param from the shape that is padded
	 */
	public static boolean reachesOver(Pad padding, Convolution convolution, Shape from) {
		if (padding.mode() != Pad.Mode.CONSTANT || padding.value() != 0 || from.rank() != 3
				|| padding.begin()[from.channelAxis()] != 0 || padding.end()[from.channelAxis()] != 0
				|| convolution.strides().length != 2) {
			return false;
		}
		int row = row(from);
		for (int axis = 0; axis < 2; axis++) {
			int span = (convolution.weights().dim(axis) - 1) * convolution.dilations()[axis] + 1;
			int size = from.dim(row + axis) + padding.begin()[row + axis] + padding.end()[row + axis];
			if (convolution.padding().begin(axis, size, span, convolution.strides()[axis]) != 0
					|| padding.begin()[row + axis] >= span) {
				return false;
			}
		}
		return true;
	}

	/** The window of the convolution over what is not padded yet. */
	Geometry geometry(Convolution convolution, Shape from, Shape to) {
		if (padding.isEmpty()) {
			return Geometry.of(convolution, from, to);
		}
		int row = row(from);
		int[] begin = padding.get().begin();
		return Geometry.of(convolution, from, to).at(begin[row], begin[row + 1]);
	}

	private static int row(Shape shape) {
		return shape.channelAxis() == 0 ? 1 : 0;
	}
}
