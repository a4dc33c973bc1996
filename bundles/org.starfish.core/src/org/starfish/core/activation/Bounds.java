// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.activation;

/**
 * The values that get the first and the last colour.
 *
 * @param low a finite number
 * @param high a finite number; if it is not above {@code low}, everything gets the first colour
 */
public record Bounds(float low, float high) {
	/** The least and the greatest finite one of some values; 0 and 0 if there is none. */
	static Bounds of(float[] values, int first, int step, boolean symmetric) {
		float low = Float.POSITIVE_INFINITY;
		float high = Float.NEGATIVE_INFINITY;
		for (int i = first; i < values.length; i += step) {
			if (Float.isFinite(values[i])) {
				low = Math.min(low, values[i]);
				high = Math.max(high, values[i]);
			}
		}
		Bounds bounds = low <= high ? new Bounds(low, high) : new Bounds(0, 0);
		return symmetric ? bounds.symmetric() : bounds;
	}

	/** Minus and plus the greatest absolute value of the two; -1 and 1 if both are 0. */
	public Bounds symmetric() {
		float greatest = Math.max(Math.abs(low), Math.abs(high));
		return greatest > 0 ? new Bounds(-greatest, greatest) : new Bounds(-1, 1);
	}

	/** Where a value lies between the bounds: 0 at {@code low}, 1 at {@code high}. */
	public double place(float value) {
		return low < high ? ((double) value - low) / ((double) high - low) : 0;
	}
}
