// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.activation;

import java.util.List;
import java.util.Optional;

import org.starfish.core.network.Labels;

/**
 * What a network says to an input.
 *
 * @param layer the output layer
 * @param top its strongest elements, the strongest first
 * @param probabilities whether the values are probabilities, that is, not negative and 1 in sum
 * @param nanoseconds how long the forward pass took; 0 if it had run for something else
 */
public record Predictions(String layer, List<TopPredictions.Prediction> top, boolean probabilities, long nanoseconds) {
	private static final int TOP = 5;
	private static final double ROUNDING = 1e-3;

	public Predictions {
		top = List.copyOf(top);
	}

	/**
	 * What an output says.
	 *
	 * @param layer its name
	 * @param output one example
	 * @param labels used if they are as many as the output is long
	 */
	public static Predictions of(String layer, float[] output, Optional<Labels> labels, long nanoseconds) {
		double sum = 0;
		boolean positive = true;
		for (float value : output) {
			sum += value;
			positive &= value >= 0;
		}
		return new Predictions(layer, TopPredictions.of(output, TOP, labels), positive && Math.abs(sum - 1) < ROUNDING,
				nanoseconds);
	}
}
