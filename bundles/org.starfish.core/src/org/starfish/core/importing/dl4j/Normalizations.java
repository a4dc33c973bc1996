// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import java.util.Arrays;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.BatchNormalization;
import org.starfish.core.network.operation.LocalResponseNormalization;

/** DL4J's normalizations. */
final class Normalizations {
	private Normalizations() {
	}

	/** Batch normalization; newer files store the decimal logarithm of the standard deviation for the variance. */
	static BatchNormalization of(org.deeplearning4j.nn.conf.layers.BatchNormalization layer, Parameters parameters)
			throws StarfishException {
		int channels = Convolutions.size(layer.getNOut());
		Weights scale = layer.isLockGammaBeta() ? same(channels, layer.getGamma()) : parameters.next(channels);
		Weights shift = layer.isLockGammaBeta() ? same(channels, layer.getBeta()) : parameters.next(channels);
		Weights mean = parameters.next(channels);
		Weights spread = parameters.next(channels);
		Weights variance = layer.isUseLogStd() ? Weights.lazy(new int[] { channels }, () -> squared(spread)) : spread;
		return new BatchNormalization(scale, shift, mean, variance, (float) layer.getEps());
	}

	/** DL4J reaches half of {@code n} to both sides and does not divide alpha by the reach. */
	static LocalResponseNormalization of(org.deeplearning4j.nn.conf.layers.LocalResponseNormalization layer) {
		int size = 2 * ((int) layer.getN() / 2) + 1;
		return new LocalResponseNormalization(size, (float) (layer.getAlpha() * size), (float) layer.getBeta(),
				(float) layer.getK());
	}

	private static float[] squared(Weights logarithms) {
		float[] values = logarithms.values();
		float[] result = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			result[i] = (float) Math.pow(10, 2.0 * values[i]);
		}
		return result;
	}

	private static Weights same(int count, double value) {
		float[] values = new float[count];
		Arrays.fill(values, (float) value);
		return Weights.of(new int[] { count }, values);
	}
}
