// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

/** Sizes of gradients. */
final class Norms {
	private Norms() {
	}

	/** The sum of squares. */
	static double square(float[] values, int count) {
		double sum = 0;
		for (int i = 0; i < count; i++) {
			sum += values[i] * (double) values[i];
		}
		return sum;
	}

	/** The mean magnitude. */
	static double meanMagnitude(float[] values, int count) {
		double sum = 0;
		for (int i = 0; i < count; i++) {
			sum += Math.abs(values[i]);
		}
		return sum / count;
	}
}
