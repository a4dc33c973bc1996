// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Shape;

/** Operators that enlarge or shrink pictures. */
final class ResizeOperators {
	private ResizeOperators() {
	}

	static void register(Map<String, OperatorMapper> mappers) {
		mappers.put("Upsample", ResizeOperators::resize);
		mappers.put("Resize", ResizeOperators::resize);
	}

	private static void resize(OnnxNode node, Mapping mapping) throws StarfishException {
		if (node.integer("antialias", 0) != 0 || !node.text("keep_aspect_ratio_policy", "stretch").equals("stretch")) {
			throw node.error("resizes with antialiasing or keeps the aspect ratio, which Starfish cannot; "
					+ "export the model without");
		}
		LayerValue input = mapping.layer(node, 0);
		Optional<Constant> sizes = mapping.opset() < 11 ? Optional.empty() : given(mapping.optional(node, 3));
		Optional<Constant> scales = given(mapping.opset() >= 11 ? mapping.optional(node, 2)
				: mapping.opset() >= 9 ? mapping.optional(node, 1) : attribute(node));
		if (scales.isEmpty() == sizes.isEmpty()) {
			throw node.error("does not say either how large or by how much to resize, so the file is damaged");
		}
		double[] factors = sizes.isPresent() ? factorsOfSizes(node, mapping, input, sizes.get())
				: factors(node, mapping, input, scales.get());
		input = mapping.ordered(input, factors[0] != 1 ? ChannelOrder.LAST : ChannelOrder.FIRST);
		Shape shape = input.shape();
		if (!shape.isSpatial() || factors[shape.channelAxis()] != 1) {
			throw node.error("resizes %s by %s; Starfish resizes pictures and sequences".formatted(shape,
					Arrays.toString(factors)));
		}
		double[] spatial = shape.order() == ChannelOrder.FIRST ? Arrays.copyOfRange(factors, 1, factors.length)
				: Arrays.copyOf(factors, factors.length - 1);
		mapping.emit(node, new ResizeMatch(node, mapping.opset() < 11, shape.spatial(), spatial).find(), input);
	}

	/** Empty tensors stand for inputs that are not given. */
	private static Optional<Constant> given(Optional<Constant> constant) {
		return constant.filter(each -> each.count() > 0);
	}

	private static Optional<Constant> attribute(OnnxNode node) {
		return node.attribute("scales").map(scales -> {
			float[] values = new float[scales.getFloatsCount()];
			for (int i = 0; i < values.length; i++) {
				values[i] = scales.getFloats(i);
			}
			return Constant.ofReals(new int[] { values.length }, () -> values);
		});
	}

	/** Output size over input size, one an axis without the batch. */
	private static double[] factors(OnnxNode node, Mapping mapping, LayerValue input, Constant scales)
			throws StarfishException {
		double[] result = ones(input);
		float[] values = scales.reals();
		int[] axes = axes(node, mapping, input, values.length);
		for (int i = 0; i < axes.length; i++) {
			if (axes[i] > 0) {
				result[axes[i] - 1] = positive(node, values[i], input.shape().dim(axes[i] - 1));
			} else if (values[i] != 1) {
				throw resizesBatch(node);
			}
		}
		return result;
	}

	private static double[] factorsOfSizes(OnnxNode node, Mapping mapping, LayerValue input, Constant sizes)
			throws StarfishException {
		double[] result = ones(input);
		long[] values = sizes.wholes();
		int[] axes = axes(node, mapping, input, values.length);
		for (int i = 0; i < axes.length; i++) {
			if (axes[i] > 0) {
				int size = input.shape().dim(axes[i] - 1);
				result[axes[i] - 1] = positive(node, (double) values[i] / size, size);
			} else if (!mapping.isBatch(values[i])) {
				throw resizesBatch(node);
			}
		}
		return result;
	}

	private static int[] axes(OnnxNode node, Mapping mapping, LayerValue input, int count) throws StarfishException {
		int[] axes = new int[count];
		Optional<int[]> given = node.integers("axes");
		if (count != given.map(each -> each.length).orElse(input.rank())) {
			throw node.error(
					"resizes %d axes of an input that has %d, so the file is damaged".formatted(count, input.rank()));
		}
		for (int i = 0; i < count; i++) {
			axes[i] = given.isPresent() ? mapping.axis(node, given.get()[i], input.rank()) : i;
		}
		return axes;
	}

	private static double[] ones(LayerValue input) {
		double[] ones = new double[input.shape().rank()];
		Arrays.fill(ones, 1);
		return ones;
	}

	private static double positive(OnnxNode node, double factor, int size) throws StarfishException {
		if (!(factor * size >= 1 && factor * size < Integer.MAX_VALUE)) {
			throw node.error("resizes by the impossible factor %s, so the file is damaged".formatted(factor));
		}
		return factor;
	}

	private static StarfishException resizesBatch(OnnxNode node) {
		return node.error("resizes the batch, which Starfish cannot; export the model without");
	}
}
