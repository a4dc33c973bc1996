// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.activation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.starfish.core.network.Labels;

/** The strongest elements of a network's output. */
public final class TopPredictions {
	/**
	 * One element of an output.
	 *
	 * @param index from 0
	 * @param label what the class is called; empty if nobody knows
	 * @param value a probability, if the output is a softmax
	 */
	public record Prediction(int index, String label, float value) {
	}

	private TopPredictions() {
	}

	/**
	 * The strongest elements, the strongest first; of equal ones the first. What is no number comes last.
	 *
	 * @param output one example
	 * @param count how many, if there are that many
	 * @param labels used if they are as many as the output is long
	 */
	public static List<Prediction> of(float[] output, int count, Optional<Labels> labels) {
		Optional<Labels> fitting = labels.filter(known -> known.size() == output.length);
		Comparator<Integer> strongest = Comparator.comparingDouble(
				i -> Float.isNaN(output[i]) ? Double.POSITIVE_INFINITY : -(double) output[i]);
		return IntStream.range(0, output.length).boxed().sorted(strongest.thenComparing(i -> i)).limit(count)
				.map(i -> new Prediction(i, fitting.map(known -> known.get(i)).orElse(""), output[i])).toList();
	}
}
