// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.preprocessing;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.BatchNormalization;
import org.starfish.core.network.operation.Convolution;
import org.starfish.core.network.operation.Identity;
import org.starfish.core.network.operation.Input;
import org.starfish.core.network.operation.Pad;

/**
 * What a network's first batch normalization remembers of the pictures it was trained with.
 * <p>
 * It holds mean and variance of what the first convolution answered. For an assumed preprocessing both can be predicted
 * from the kernels and from what natural pictures have in common: mean colour, contrast, and pixels that resemble each
 * other the more the nearer they are. The preprocessing under which prediction and memory agree is the one of the
 * training. How well they agree is measured by the symmetric Kullback-Leibler divergence of the two normal
 * distributions, in the median of the channels: 0 is perfect.
 */
final class InputStatistics {
	/** ImageNet's mean colour, of 0..1. */
	private static final double[] MEAN = { 0.485, 0.456, 0.406 };
	private static final double DEVIATION = 0.27;
	/** The distance in pixels at which the correlation has fallen to 1/e. */
	private static final double REACH = 12;
	private static final double BETWEEN_COLORS = 0.9;
	/** Larger kernels, or more of them, would cost more than a guess is worth. */
	private static final long MOST_TAPS = 512;
	private static final long MOST_WEIGHTS = 1 << 17;

	private final Convolution convolution;
	private final BatchNormalization normalization;

	private InputStatistics(Convolution convolution, BatchNormalization normalization) {
		this.convolution = convolution;
		this.normalization = normalization;
	}

	/** The statistics of a network that begins with a convolution and a batch normalization that has been trained. */
	static Optional<InputStatistics> of(Network network) {
		Map<String, Layer> byName = network.layers().stream().collect(Collectors.toMap(Layer::name, layer -> layer));
		for (Layer layer : network.layers()) {
			if (layer.operation() instanceof BatchNormalization normalization) {
				Layer before = beforeIdentities(byName.get(layer.inputs().get(0)), byName);
				if (before.operation() instanceof Convolution convolution && isAffordable(convolution)
						&& beforeIdentities(byName.get(before.inputs().get(0)), byName).operation() instanceof Input
						&& isTrained(normalization)) {
					return Optional.of(new InputStatistics(convolution, normalization));
				}
			}
		}
		return Optional.empty();
	}

	private static boolean isAffordable(Convolution convolution) {
		long weights = convolution.weights().count();
		return convolution.strides().length == 2 && convolution.groups() == 1 && weights <= MOST_WEIGHTS
				&& weights / convolution.outputChannels() <= MOST_TAPS;
	}

	private static Layer beforeIdentities(Layer layer, Map<String, Layer> byName) {
		Layer current = layer;
		while (current.operation() instanceof Identity || current.operation() instanceof Pad) {
			current = byName.get(current.inputs().get(0));
		}
		return current;
	}

	private static boolean isTrained(BatchNormalization normalization) {
		float[] mean = normalization.mean().values();
		for (float value : mean) {
			if (value != 0) {
				return true;
			}
		}
		return false;
	}

	/** How far the memory is from what pictures under this preprocessing would have left; infinite if it is damaged. */
	double distance(Preprocessing preprocessing) {
		int channels = convolution.inputChannels();
		int outputs = convolution.outputChannels();
		int rows = convolution.weights().dim(0);
		int columns = convolution.weights().dim(1);
		float[] weights = convolution.weights().values();
		float[] biases = convolution.bias().map(Weights::values).orElseGet(() -> new float[outputs]);
		float[] scale = preprocessing.scale(channels);
		float[] offset = preprocessing.lower(channels);
		int taps = rows * columns * channels;
		double[] tapMean = new double[taps];
		double[][] covariance = new double[taps][taps];
		for (int i = 0; i < taps; i++) {
			int color = i % channels;
			tapMean[i] = 255 * scale[color] * mean(color, channels, preprocessing.order()) + offset[color];
			for (int j = 0; j < taps; j++) {
				double distance = Math.hypot(i / channels / columns - j / channels / columns,
						i / channels % columns - j / channels % columns);
				double alike = Math.exp(-distance / REACH) * (color == j % channels ? 1 : BETWEEN_COLORS);
				covariance[i][j] = alike * 255 * scale[color] * DEVIATION * 255 * scale[j % channels] * DEVIATION;
			}
		}
		float[] knownMean = normalization.mean().values();
		float[] knownVariance = normalization.variance().values();
		// Dead kernels would count as perfect or as infinitely wrong.
		double floor = 1e-3 * median(toDoubles(knownVariance)) + 1e-12;
		double[] divergences = new double[outputs];
		for (int output = 0; output < outputs; output++) {
			double mean = biases[output];
			double variance = floor;
			for (int i = 0; i < taps; i++) {
				double weight = weights[i * outputs + output];
				mean += weight * tapMean[i];
				for (int j = 0; j < taps; j++) {
					variance += weight * covariance[i][j] * weights[j * outputs + output];
				}
			}
			double difference = mean - knownMean[output];
			double known = knownVariance[output] + floor;
			divergences[output] = ((known + difference * difference) / variance
					+ (variance + difference * difference) / known - 2) / 4;
		}
		double result = median(divergences);
		return Double.isNaN(result) ? Double.POSITIVE_INFINITY : result;
	}

	private static double mean(int color, int channels, ColorOrder order) {
		if (channels != MEAN.length || order == ColorOrder.GRAY) {
			return Arrays.stream(MEAN).average().orElseThrow();
		}
		return MEAN[order == ColorOrder.BGR ? MEAN.length - 1 - color : color];
	}

	private static double[] toDoubles(float[] values) {
		double[] result = new double[values.length];
		for (int i = 0; i < values.length; i++) {
			result[i] = values[i];
		}
		return result;
	}

	private static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}
}
