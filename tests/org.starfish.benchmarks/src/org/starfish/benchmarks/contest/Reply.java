// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.contest;

import java.util.Map;

/**
 * What a worker answers; a line of JSON on its standard output.
 *
 * @param error why it could not, or null
 * @param text a description or a form, or null
 * @param milliseconds the time of each step, or null
 * @param numbers what else was measured, or null
 */
public record Reply(String error, String text, double[] milliseconds, Map<String, Double> numbers) {
	static Reply error(String error) {
		return new Reply(error, null, null, null);
	}

	static Reply text(String text) {
		return new Reply(null, text, null, null);
	}

	static Reply times(double[] milliseconds) {
		return new Reply(null, null, milliseconds, null);
	}

	static Reply numbers(Map<String, Double> numbers) {
		return new Reply(null, null, null, numbers);
	}
}
