// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.regularizer;

import java.util.Arrays;

/** The value below which a share of some numbers lies, interpolated linearly between the two nearest. */
final class Percentile {
	private Percentile() {
	}

	/**
	 * @param values are sorted by this
	 * @param percentile 0 to 100
	 */
	static double of(float[] values, double percentile) {
		Arrays.sort(values);
		double position = percentile / 100 * (values.length - 1);
		int below = (int) position;
		int above = Math.min(below + 1, values.length - 1);
		return values[below] + (position - below) * (values[above] - values[below]);
	}
}
