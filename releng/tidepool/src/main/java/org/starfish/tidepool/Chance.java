// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

import java.util.SplittableRandom;

/** The random draws of one picture: the same seed gives the same sequence on every machine. */
final class Chance {
	private final SplittableRandom random;

	Chance(long seed) {
		random = new SplittableRandom(seed);
	}

	/** A seed for one part of something seeded, so that parts don't depend on how much the others draw. */
	static long mix(long seed, long part) {
		var z = seed * 0x9E3779B97F4A7C15L + part * 0xD1B54A32D192ED03L + 0x2545F4914F6CDD1DL;
		z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
		z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
		return z ^ z >>> 31;
	}

	float between(double low, double high) {
		return (float) (low + random.nextDouble() * (high - low));
	}

	/** A whole number from {@code low} to {@code high}, both included. */
	int integer(int low, int high) {
		return low + random.nextInt(high - low + 1);
	}

	boolean odds(double probability) {
		return random.nextDouble() < probability;
	}

	float normal() {
		// Box and Muller: SplittableRandom's own Gaussian may differ between releases of Java.
		var radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
		return (float) (radius * Math.cos(2 * Math.PI * random.nextDouble()));
	}

	float angle() {
		return between(0, 2 * Math.PI);
	}

	long seed() {
		return random.nextLong();
	}
}
