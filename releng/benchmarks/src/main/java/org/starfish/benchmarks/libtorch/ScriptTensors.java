// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.libtorch;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.starfish.benchmarks.libtorch.ScriptFile.Tensor;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.BatchNormalization;
import org.starfish.core.network.operation.Convolution;
import org.starfish.core.network.operation.Dense;
import org.starfish.core.network.operation.LocalResponseNormalization;

/** A module's weights in PyTorch's order, by name. */
final class ScriptTensors {
	private final Map<String, Tensor> tensors = new LinkedHashMap<>();

	Map<String, Tensor> all() {
		return tensors;
	}

	/**
	 * Adds {@code <name>}, {@code [out, in, h, w]}, and {@code <name>_bias}.
	 *
	 * @param normalization to be folded into them
	 */
	void convolution(String name, Convolution convolution, Optional<BatchNormalization> normalization) {
		Weights weights = convolution.weights();
		int out = convolution.outputChannels();
		float[] bias = convolution.bias().map(Weights::values).orElse(new float[out]).clone();
		float[] scale = new float[out];
		Arrays.fill(scale, 1);
		if (normalization.isPresent()) {
			scale = scale(normalization.get());
			float[] shift = shift(normalization.get(), scale);
			for (int i = 0; i < out; i++) {
				bias[i] = bias[i] * scale[i] + shift[i];
			}
		}
		int positions = weights.dim(0) * weights.dim(1);
		int in = weights.dim(2);
		float[] values = weights.values();
		float[] kernel = new float[values.length];
		int index = 0;
		for (int o = 0; o < out; o++) {
			for (int i = 0; i < in; i++) {
				for (int position = 0; position < positions; position++) {
					kernel[index++] = values[(position * in + i) * out + o] * scale[o];
				}
			}
		}
		tensors.put(name, new Tensor(List.of(out, in, weights.dim(0), weights.dim(1)), kernel));
		tensors.put(name + "_bias", new Tensor(List.of(out), bias));
	}

	/** Adds {@code <name>}, {@code [out, in]}, and {@code <name>_bias}. */
	void dense(String name, Dense dense) {
		int in = dense.weights().dim(0);
		int out = dense.weights().dim(1);
		float[] values = dense.weights().values();
		float[] transposed = new float[values.length];
		for (int row = 0; row < in; row++) {
			for (int column = 0; column < out; column++) {
				transposed[column * in + row] = values[row * out + column];
			}
		}
		tensors.put(name, new Tensor(List.of(out, in), transposed));
		tensors.put(name + "_bias", new Tensor(List.of(out), dense.bias().map(Weights::values).orElse(new float[out])));
	}

	/** Adds {@code <name>_scale} and {@code <name>_shift}, {@code [1, c, 1, 1]}. */
	void normalization(String name, BatchNormalization normalization) {
		float[] scale = scale(normalization);
		tensors.put(name + "_scale", new Tensor(List.of(1, scale.length, 1, 1), scale));
		tensors.put(name + "_shift", new Tensor(List.of(1, scale.length, 1, 1), shift(normalization, scale)));
	}

	/** Adds a 1x1 convolution that sums over neighbouring channels: {@code <name>} and {@code <name>_bias}. */
	void neighbours(String name, LocalResponseNormalization normalization, int channels) {
		float[] band = new float[channels * channels];
		for (int row = 0; row < channels; row++) {
			int first = row - (normalization.size() - 1) / 2;
			for (int column = Math.max(first, 0); column < Math.min(first + normalization.size(), channels); column++) {
				band[row * channels + column] = normalization.alpha() / normalization.size();
			}
		}
		float[] bias = new float[channels];
		Arrays.fill(bias, normalization.k());
		tensors.put(name, new Tensor(List.of(channels, channels, 1, 1), band));
		tensors.put(name + "_bias", new Tensor(List.of(channels), bias));
	}

	private static float[] scale(BatchNormalization normalization) {
		float[] scale = normalization.scale().values();
		float[] variance = normalization.variance().values();
		float[] result = new float[scale.length];
		for (int i = 0; i < result.length; i++) {
			result[i] = (float) (scale[i] / Math.sqrt(variance[i] + normalization.epsilon()));
		}
		return result;
	}

	private static float[] shift(BatchNormalization normalization, float[] scale) {
		float[] shift = normalization.shift().values();
		float[] mean = normalization.mean().values();
		float[] result = new float[scale.length];
		for (int i = 0; i < result.length; i++) {
			result[i] = shift[i] - mean[i] * scale[i];
		}
		return result;
	}
}
