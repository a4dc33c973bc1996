// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.picture;

/**
 * A source of random numbers for one part of the method. What it draws depends on the seed, the step, the part's name and
 * nothing else, so that pausing, branching or resuming an ascent cannot change its picture.
 * (Counter-based generation with the mixing function of SplitMix64: Steele, Lea and Flood 2014)
 */
public final class Draw {
	private static final long GOLDEN = 0x9e3779b97f4a7c15L;

	private final long part;

	/**
	 * @param part names the part; other parts draw other numbers
	 */
	public Draw(String part) {
		long hash = 0;
		for (int i = 0; i < part.length(); i++) {
			hash = mix(hash + GOLDEN * (part.charAt(i) + 1));
		}
		this.part = hash;
	}

	/** The index-th number of this step, evenly distributed in 0 (inclusive) to 1 (exclusive). */
	public double uniform(Step step, int index) {
		return (bits(step, index) >>> 11) * 0x1p-53;
	}

	/** The index-th number of this step, evenly distributed from {@code low} to {@code high}. */
	public double uniform(Step step, int index, double low, double high) {
		return low + (high - low) * uniform(step, index);
	}

	/** The index-th number of this step, one of the whole numbers {@code low} to {@code high}, both included. */
	public int integer(Step step, int index, int low, int high) {
		return low + (int) (uniform(step, index) * (high - low + 1));
	}

	/** The index-th number of this step, normally distributed with mean 0 and standard deviation 1. */
	public double normal(Step step, int index) {
		// Box and Muller 1958. StrictMath, because a start must not depend on what the virtual machine has compiled.
		double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform(step, 2 * index)));
		return radius * StrictMath.cos(2 * Math.PI * uniform(step, 2 * index + 1));
	}

	private long bits(Step step, int index) {
		long hash = mix(step.seed() + GOLDEN);
		hash = mix(hash ^ part);
		hash = mix(hash + GOLDEN * (1 + (((long) step.view() << 32) | step.index())));
		return mix(hash + GOLDEN * (1L + index));
	}

	private static long mix(long value) {
		long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
		z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
		return z ^ (z >>> 31);
	}
}
