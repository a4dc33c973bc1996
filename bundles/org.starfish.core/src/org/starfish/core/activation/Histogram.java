// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.activation;

import java.util.Arrays;

/**
 * How often values occur.
 *
 * @param bounds the lower edge of the first bin and the upper edge of the last one
 * @param counts one a bin, all of the same width; what is not finite is in none. Not copied
 */
public record Histogram(Bounds bounds, int[] counts) {
	/**
	 * Counts a channel's values.
	 *
	 * @param bins how many, at least 1
	 */
	static Histogram of(float[] values, int from, int to, Bounds bounds, int bins) {
		int[] counts = new int[bins];
		for (int i = from; i < to; i++) {
			if (Float.isFinite(values[i])) {
				counts[Math.clamp((long) (bounds.place(values[i]) * bins), 0, bins - 1)]++;
			}
		}
		return new Histogram(bounds, counts);
	}

	/** The count of the fullest bin. */
	public int most() {
		return Arrays.stream(counts).max().orElse(0);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Histogram histogram && bounds.equals(histogram.bounds)
				&& Arrays.equals(counts, histogram.counts);
	}

	@Override
	public int hashCode() {
		return 31 * bounds.hashCode() + Arrays.hashCode(counts);
	}

	@Override
	public String toString() {
		return "Histogram[" + bounds + ", " + Arrays.toString(counts) + "]";
	}
}
