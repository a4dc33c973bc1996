// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.util.Map;

import org.starfish.core.StarfishException;
import org.starfish.core.network.operation.GlobalPooling;
import org.starfish.core.network.operation.Padding;
import org.starfish.core.network.operation.Pooling;
import org.starfish.core.network.operation.Pooling.Function;

/** Maps poolings. */
final class Poolings {
	private Poolings() {
	}

	static void register(Map<String, LayerMapper> mappers) {
		for (int axes = 1; axes <= 2; axes++) {
			int count = axes;
			mappers.put("MaxPooling%dD".formatted(axes), call -> window(call, Function.MAXIMUM, count));
			mappers.put("MaxPool%dD".formatted(axes), call -> window(call, Function.MAXIMUM, count));
			mappers.put("AveragePooling%dD".formatted(axes), call -> window(call, Function.AVERAGE, count));
			mappers.put("AvgPool%dD".formatted(axes), call -> window(call, Function.AVERAGE, count));
			mappers.put("GlobalMaxPooling%dD".formatted(axes), call -> global(call, true));
			mappers.put("GlobalMaxPool%dD".formatted(axes), call -> global(call, true));
			mappers.put("GlobalAveragePooling%dD".formatted(axes), call -> global(call, false));
			mappers.put("GlobalAvgPool%dD".formatted(axes), call -> global(call, false));
		}
	}

	private static void window(LayerCall call, Function function, int axes) throws StarfishException {
		Fields fields = call.fields();
		int[] size = fields.sizes(axes, "pool_size", "pool_length");
		int[] strides = fields.sizes(axes, size, "strides", "stride");
		int[] dilations = axes == 1 ? new int[] { 1 } : new int[] { 1, 1 };
		Padding padding = Convolutions.padding(call, axes);
		String input = call.spatialInput();
		int[] spatial = call.shape(input).spatial();
		for (int axis = 0; axis < Math.min(axes, spatial.length); axis++) {
			if (size[axis] > 2 * spatial[axis]) {
				throw fields.wrong("pool_size", "smaller than twice its input");
			}
		}
		call.last(new Pooling(function, size, strides, dilations, padding, false, false, 0), input);
	}

	private static void global(LayerCall call, boolean maximum) throws StarfishException {
		call.last(new GlobalPooling(maximum, call.fields().flag(false, "keepdims")), call.spatialInput());
	}
}
