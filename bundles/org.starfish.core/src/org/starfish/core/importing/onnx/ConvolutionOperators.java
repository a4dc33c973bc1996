// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Convolution;
import org.starfish.core.network.operation.Padding;
import org.starfish.core.network.operation.TransposedConvolution;

/** Convolutions and transposed convolutions over one or two axes. */
final class ConvolutionOperators {
	private ConvolutionOperators() {
	}

	static void register(Map<String, OperatorMapper> mappers) {
		mappers.put("Conv", ConvolutionOperators::convolution);
		mappers.put("ConvTranspose", ConvolutionOperators::transposed);
	}

	private static void convolution(OnnxNode node, Mapping mapping) throws StarfishException {
		LayerValue input = mapping.channelsFirst(node, 0);
		Constant kernel = kernel(node, mapping, input);
		int axes = kernel.rank() - 2;
		var operation = new Convolution(spatialFirst(kernel), bias(node, mapping, kernel.dims()[0]),
				WindowAttributes.positive(node, "strides", axes), WindowAttributes.positive(node, "dilations", axes),
				WindowAttributes.padding(node, axes), groups(node, kernel.dims()[0]));
		mapping.emit(node, operation, input);
	}

	private static void transposed(OnnxNode node, Mapping mapping) throws StarfishException {
		LayerValue input = mapping.channelsFirst(node, 0);
		Constant kernel = kernel(node, mapping, input);
		int axes = kernel.rank() - 2;
		int groups = groups(node, kernel.dims()[0]);
		int[] strides = WindowAttributes.positive(node, "strides", axes);
		int[] dilations = WindowAttributes.positive(node, "dilations", axes);
		int[] extra = node.integers("output_padding", new int[axes]);
		Padding padding = cut(node, input, kernel, strides, dilations, extra);
		Optional<Weights> bias = bias(node, mapping, Math.multiplyExact(kernel.dims()[1], groups));
		var operation = new TransposedConvolution(spatialFirst(kernel), bias, strides, dilations, padding, extra,
				groups);
		mapping.emit(node, operation, input);
	}

	/**
	 * What a transposed convolution cuts off its borders. May raise {@code extra} where an output size asks for more
	 * than the kernel reaches.
	 */
	private static Padding cut(OnnxNode node, LayerValue input, Constant kernel, int[] strides, int[] dilations,
			int[] extra) throws StarfishException {
		int axes = strides.length;
		String auto = node.text("auto_pad", "NOTSET");
		Optional<int[]> sizes = node.integers("output_shape");
		boolean same = auto.startsWith("SAME");
		if (sizes.isEmpty() && !same) {
			return WindowAttributes.padding(node, axes);
		}
		int[] begin = new int[axes];
		int[] end = new int[axes];
		int[] spatial = input.shape().spatial();
		for (int axis = 0; axis < axes; axis++) {
			int span = (kernel.dims()[axis + 2] - 1) * dilations[axis] + 1;
			long full = (spatial[axis] - 1L) * strides[axis] + span + extra[axis];
			// Some exporters write the batch and channel sizes before the spatial ones.
			long size = sizes.isPresent() ? sizes.get()[sizes.get().length - axes + axis]
					: (long) spatial[axis] * strides[axis];
			long surplus = full - size;
			if (surplus < 0) {
				extra[axis] = Math.toIntExact(extra[axis] - surplus);
				surplus = 0;
			}
			int half = Math.toIntExact(surplus / 2);
			int rest = Math.toIntExact(surplus - half);
			begin[axis] = auto.equals("SAME_UPPER") ? half : rest;
			end[axis] = auto.equals("SAME_UPPER") ? rest : half;
		}
		return Padding.explicit(begin, end);
	}

	private static Constant kernel(OnnxNode node, Mapping mapping, LayerValue input) throws StarfishException {
		Constant kernel = mapping.constant(node, 1);
		int axes = kernel.rank() - 2;
		if (axes < 1 || axes > 2) {
			throw node.error("slides over %d axes; Starfish convolves along one or two".formatted(axes));
		}
		if (input.shape().rank() != axes + 1) {
			throw node.error("has a kernel of shape %s for an input of shape %s, so the file is damaged"
					.formatted(Arrays.toString(kernel.dims()), input.shape()));
		}
		if (kernel.count() == 0) {
			throw node.error("has an empty kernel, so the file is damaged");
		}
		int[] spatial = Arrays.copyOfRange(kernel.dims(), 2, kernel.rank());
		if (!Arrays.equals(node.integers("kernel_shape", spatial), spatial)) {
			throw node.error("states another kernel size than its weights have, so the file is damaged");
		}
		return kernel;
	}

	private static Optional<Weights> bias(OnnxNode node, Mapping mapping, int channels) throws StarfishException {
		Optional<Constant> bias = mapping.optional(node, 2);
		if (bias.isPresent() && bias.get().count() != channels) {
			throw node.error(
					"has %d biases for %d channels, so the file is damaged".formatted(bias.get().count(), channels));
		}
		return bias.map(constant -> constant.reshaped(channels).weights());
	}

	private static int groups(OnnxNode node, int channels) throws StarfishException {
		int groups = node.integer("group", 1);
		if (groups < 1 || channels % groups != 0) {
			throw node.error("splits %d channels into %d groups, so the file is damaged".formatted(channels, groups));
		}
		return groups;
	}

	/** Kernels with the spatial axes first, as {@link Convolution} and {@link TransposedConvolution} have them. */
	private static Weights spatialFirst(Constant kernel) {
		int axes = kernel.rank() - 2;
		int[] permutation = IntStream.concat(IntStream.range(2, axes + 2), IntStream.of(1, 0)).toArray();
		return kernel.transposed(permutation).weights();
	}
}
