// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

/** Sizes of gradients. */
final class Norms {
	private Norms() {
	}

	/** The sum of squares. */
	static double square(float[] values, int count) {
		// Four sums, because each addition would wait for the one before.
		double a = 0;
		double b = 0;
		double c = 0;
		double d = 0;
		int i = 0;
		for (; i + 3 < count; i += 4) {
			a += values[i] * (double) values[i];
			b += values[i + 1] * (double) values[i + 1];
			c += values[i + 2] * (double) values[i + 2];
			d += values[i + 3] * (double) values[i + 3];
		}
		for (; i < count; i++) {
			a += values[i] * (double) values[i];
		}
		return a + b + (c + d);
	}

	/** The mean magnitude. */
	static double meanMagnitude(float[] values, int count) {
		double a = 0;
		double b = 0;
		double c = 0;
		double d = 0;
		int i = 0;
		for (; i + 3 < count; i += 4) {
			a += Math.abs(values[i]);
			b += Math.abs(values[i + 1]);
			c += Math.abs(values[i + 2]);
			d += Math.abs(values[i + 3]);
		}
		for (; i < count; i++) {
			a += Math.abs(values[i]);
		}
		return (a + b + (c + d)) / count;
	}
}
