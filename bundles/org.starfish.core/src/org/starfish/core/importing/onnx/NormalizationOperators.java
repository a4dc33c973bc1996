// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.BatchNormalization;
import org.starfish.core.network.operation.Elementwise;
import org.starfish.core.network.operation.GroupNormalization;
import org.starfish.core.network.operation.LayerNormalization;
import org.starfish.core.network.operation.LocalResponseNormalization;
import org.starfish.core.network.operation.Reduction;

/** Operators that bring values to a common scale. */
final class NormalizationOperators {
	/** What ONNX adds to the deviation in mean-variance normalization. */
	private static final float TINY = 1e-9f;

	private NormalizationOperators() {
	}

	static void register(Map<String, OperatorMapper> mappers) {
		mappers.put("BatchNormalization", NormalizationOperators::batch);
		mappers.put("InstanceNormalization", NormalizationOperators::instance);
		mappers.put("GroupNormalization", NormalizationOperators::group);
		mappers.put("LayerNormalization", NormalizationOperators::layer);
		mappers.put("MeanVarianceNormalization", NormalizationOperators::meanVariance);
		mappers.put("LRN", NormalizationOperators::localResponse);
		mappers.put("LpNormalization", NormalizationOperators::norm);
	}

	private static void batch(OnnxNode node, Mapping mapping) throws StarfishException {
		LayerValue input = mapping.channelsFirst(node, 0);
		if (node.integer("training_mode", 0) != 0) {
			throw node.error("uses the statistics of the batch; export the model in evaluation mode");
		}
		if (node.integer("spatial", 1) == 0) {
			throw node.error(
					"normalizes each position apart, which Starfish cannot; export the model with a newer opset");
		}
		int channels = input.shape().channels();
		mapping.emit(node,
				new BatchNormalization(perChannel(node, mapping, 1, channels), perChannel(node, mapping, 2, channels),
						perChannel(node, mapping, 3, channels), perChannel(node, mapping, 4, channels),
						node.decimal("epsilon", 1e-5f)),
				input);
	}

	private static void instance(OnnxNode node, Mapping mapping) throws StarfishException {
		LayerValue input = mapping.channelsFirst(node, 0);
		int channels = input.shape().channels();
		mapping.emit(node,
				new GroupNormalization(0, node.decimal("epsilon", 1e-5f),
						Optional.of(perChannel(node, mapping, 1, channels)),
						Optional.of(perChannel(node, mapping, 2, channels))),
				input);
	}

	private static void group(OnnxNode node, Mapping mapping) throws StarfishException {
		LayerValue input = mapping.channelsFirst(node, 0);
		int channels = input.shape().channels();
		int groups = node.integer("num_groups", 0);
		if (groups < 1 || channels % groups != 0) {
			throw node.error("splits %d channels into %d groups, so the file is damaged".formatted(channels, groups));
		}
		mapping.emit(node,
				new GroupNormalization(groups, node.decimal("epsilon", 1e-5f),
						Optional.of(perGroup(node, mapping, 1, channels, groups)),
						Optional.of(perGroup(node, mapping, 2, channels, groups))),
				input);
	}

	private static void layer(OnnxNode node, Mapping mapping) throws StarfishException {
		LayerValue input = mapping.layer(node, 0);
		int first = mapping.innerAxis(node, node.integer("axis", -1), input);
		int[] axes = IntStream.range(first, input.shape().rank()).toArray();
		int[] sizes = Arrays.copyOfRange(input.shape().dims(), first, input.shape().rank());
		mapping.emit(node, new LayerNormalization(axes, node.decimal("epsilon", 1e-5f),
				weights(node, mapping.optional(node, 1), sizes), weights(node, mapping.optional(node, 2), sizes)),
				input);
	}

	private static void meanVariance(OnnxNode node, Mapping mapping) throws StarfishException {
		LayerValue input = mapping.channelsFirst(node, 0);
		int[] axes = node.integers("axes").orElse(new int[] { 0, 2, 3 });
		for (int i = 0; i < axes.length; i++) {
			axes[i] = mapping.axis(node, axes[i], input.rank());
		}
		if (mapping.isSingle()) {
			axes = Arrays.stream(axes).filter(axis -> axis != 0).toArray();
		}
		int[] inner = new int[axes.length];
		for (int i = 0; i < axes.length; i++) {
			inner[i] = mapping.innerAxis(node, axes[i], input);
		}
		Arrays.sort(inner);
		boolean spatial = Arrays.equals(inner, IntStream.range(1, input.shape().rank()).toArray());
		mapping.emit(node, spatial ? new GroupNormalization(0, TINY, Optional.empty(), Optional.empty())
				: new LayerNormalization(inner, TINY, Optional.empty(), Optional.empty()), input);
	}

	private static void localResponse(OnnxNode node, Mapping mapping) throws StarfishException {
		LayerValue input = mapping.channelsFirst(node, 0);
		int size = node.integer("size", 0);
		if (size < 1) {
			throw node.error("has the impossible value %d for 'size', so the file is damaged".formatted(size));
		}
		mapping.emit(node, new LocalResponseNormalization(size, node.decimal("alpha", 1e-4f),
				node.decimal("beta", 0.75f), node.decimal("bias", 1)), input);
	}

	private static void norm(OnnxNode node, Mapping mapping) throws StarfishException {
		LayerValue input = mapping.layer(node, 0);
		if (node.integer("p", 2) != 2) {
			throw node.error("divides by a norm other than 2, which Starfish cannot; export the model without it");
		}
		int axis = mapping.innerAxis(node, node.integer("axis", -1), input);
		LayerValue norm = mapping.part(node, "norm", new Reduction(Reduction.Function.NORM2, new int[] { axis }, true),
				input);
		mapping.emit(node, new Elementwise(Elementwise.Function.DIVIDE), input, norm);
	}

	private static Weights perChannel(OnnxNode node, Mapping mapping, int index, int channels)
			throws StarfishException {
		return weights(node, Optional.of(mapping.constant(node, index)), channels).orElseThrow();
	}

	/** Values for each channel; up to opset 20 the file has one for each group. */
	private static Weights perGroup(OnnxNode node, Mapping mapping, int index, int channels, int groups)
			throws StarfishException {
		Constant values = mapping.constant(node, index);
		if (values.count() != groups || groups == channels) {
			return perChannel(node, mapping, index, channels);
		}
		return Weights.lazy(new int[] { channels }, () -> {
			float[] perGroup = values.reals();
			float[] result = new float[channels];
			for (int c = 0; c < channels; c++) {
				result[c] = perGroup[c / (channels / groups)];
			}
			return result;
		});
	}

	private static Optional<Weights> weights(OnnxNode node, Optional<Constant> values, int... sizes)
			throws StarfishException {
		if (values.isPresent() && values.get().count() != Constant.count(sizes)) {
			throw node.error("has %d weights where %d belong, so the file is damaged".formatted(values.get().count(),
					Constant.count(sizes)));
		}
		return values.map(constant -> constant.reshaped(sizes).weights());
	}
}
