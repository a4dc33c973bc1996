// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.importing.keras.TrainedArrays.Role;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Convolution;
import org.starfish.core.network.operation.Dense;
import org.starfish.core.network.operation.Padding;

/** Maps convolutions and dense layers. */
final class Convolutions {
	private Convolutions() {
	}

	static void register(Map<String, LayerMapper> mappers) {
		for (int axes = 1; axes <= 2; axes++) {
			int count = axes;
			for (String name : List.of("Conv%dD", "Convolution%dD", "AtrousConv%dD", "AtrousConvolution%dD")) {
				mappers.put(name.formatted(axes), call -> plain(call, count));
			}
			for (String name : List.of("SeparableConv%dD", "SeparableConvolution%dD")) {
				mappers.put(name.formatted(axes), call -> separable(call, count));
			}
			mappers.put("DepthwiseConv%dD".formatted(axes), call -> depthwise(call, count));
		}
		for (String name : List.of("Conv1DTranspose", "Convolution1DTranspose")) {
			mappers.put(name, call -> TransposedConvolutions.map(call, 1));
		}
		for (String name : List.of("Conv2DTranspose", "Convolution2DTranspose", "Deconvolution2D", "Deconv2D")) {
			mappers.put(name, call -> TransposedConvolutions.map(call, 2));
		}
		mappers.put("Dense", Convolutions::dense);
	}

	/** The padding that a layer's configuration names. */
	static Padding padding(LayerCall call, int axes) throws StarfishException {
		String padding = call.fields().text("padding", call.fields().text("border_mode", "valid"));
		return switch (padding) {
		case "same" -> Padding.SAME;
		case "valid" -> Padding.none(axes);
		default -> throw call.refusal("is padded by '%s', which is not supported; use 'same' or 'valid'"
				.formatted(padding));
		};
	}

	private static Padding padding(LayerCall call, int[] kernel, int[] dilations) throws StarfishException {
		if (kernel.length == 1 && call.fields().text("padding", "").equals("causal")) {
			return Padding.explicit(new int[] { (kernel[0] - 1) * dilations[0] }, new int[1]);
		}
		return padding(call, kernel.length);
	}

	private static void plain(LayerCall call, int axes) throws StarfishException {
		Fields fields = call.fields();
		List<Role> roles = roles(fields, Role.KERNEL);
		Map<Role, Weights> arrays = call.arrays(roles);
		String input = call.spatialInput();
		int groups = fields.integer(1, "groups");
		int channels = call.shape(input).channels();
		if (groups < 1 || channels % groups != 0) {
			throw fields.wrong("groups", "a divisor of its %d channels".formatted(channels));
		}
		int filters = fields.integer("filters", "nb_filter");
		int[] kernel = Kernels.size(call, axes);
		Weights weights = Kernels.ofConvolution(call, arrays.get(Role.KERNEL), axes, filters);
		call.expect(weights, with(kernel, channels / groups, filters));
		int[] dilations = Kernels.dilations(call, axes);
		call.activated(new Convolution(weights, bias(call, arrays, filters), Kernels.strides(call, axes), dilations,
				padding(call, kernel, dilations), groups), input);
	}

	private static void depthwise(LayerCall call, int axes) throws StarfishException {
		Fields fields = call.fields();
		Map<Role, Weights> arrays = call.arrays(roles(fields, Role.KERNEL));
		String input = call.spatialInput();
		int channels = call.shape(input).channels();
		Convolution convolution = depthwise(call, arrays.get(Role.KERNEL), channels, axes);
		call.activated(new Convolution(convolution.weights(), bias(call, arrays, convolution.outputChannels()),
				convolution.strides(), convolution.dilations(), convolution.padding(), channels), input);
	}

	private static void separable(LayerCall call, int axes) throws StarfishException {
		Fields fields = call.fields();
		Map<Role, Weights> arrays = call.arrays(roles(fields, Role.DEPTHWISE, Role.POINTWISE));
		String input = call.spatialInput();
		Convolution first = depthwise(call, arrays.get(Role.DEPTHWISE), call.shape(input).channels(), axes);
		String middle = call.part("depthwise", first, input);
		int filters = fields.integer("filters", "nb_filter");
		int[] ones = ones(axes);
		Weights pointwise = Kernels.ofConvolution(call, arrays.get(Role.POINTWISE), axes, filters);
		call.expect(pointwise, with(ones, first.outputChannels(), filters));
		call.activated(new Convolution(pointwise, bias(call, arrays, filters), ones, ones, Padding.none(axes), 1),
				middle);
	}

	private static Convolution depthwise(LayerCall call, Weights stored, int channels, int axes)
			throws StarfishException {
		int[] kernel = Kernels.size(call, axes);
		int multiplier = call.fields().integer(1, "depth_multiplier");
		Weights weights = Kernels.ofDepthwise(call, stored);
		call.expect(weights, with(kernel, channels, multiplier));
		int[] dilations = Kernels.dilations(call, axes);
		// In memory the multiplied channels of one input channel already lie side by side.
		Weights grouped = Weights.of(with(kernel, 1, channels * multiplier), weights.values());
		return new Convolution(grouped, Optional.empty(), Kernels.strides(call, axes), dilations,
				padding(call, kernel, dilations), channels);
	}

	private static void dense(LayerCall call) throws StarfishException {
		Fields fields = call.fields();
		Map<Role, Weights> arrays = call.arrays(roles(fields, Role.KERNEL));
		int units = fields.integer("units", "output_dim");
		Weights weights = call.expect(arrays.get(Role.KERNEL), -1, units);
		call.activated(new Dense(weights, bias(call, arrays, units)), call.ordered(call.input(), ChannelOrder.LAST));
	}

	static Optional<Weights> bias(LayerCall call, Map<Role, Weights> arrays, int channels) throws StarfishException {
		return arrays.containsKey(Role.BIAS) ? Optional.of(call.expect(arrays.get(Role.BIAS), channels))
				: Optional.empty();
	}

	static List<Role> roles(Fields fields, Role... roles) throws StarfishException {
		List<Role> all = new ArrayList<>(List.of(roles));
		if (fields.flag(true, "use_bias", "bias")) {
			all.add(Role.BIAS);
		}
		return all;
	}

	static int[] ones(int count) {
		int[] ones = new int[count];
		Arrays.fill(ones, 1);
		return ones;
	}

	static int[] with(int[] sizes, int... more) {
		int[] all = Arrays.copyOf(sizes, sizes.length + more.length);
		System.arraycopy(more, 0, all, sizes.length, more.length);
		return all;
	}
}
