// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.transform;

import java.util.Arrays;

/**
 * Which source positions make up each target position along one axis, and with what weight: a band matrix. The taps of a position
 * lie side by side, as many for each; where fewer count, the others weigh nothing. Arrays grow to the largest size seen.
 */
final class Taps {
	/** Of a target position, its first source position. */
	int[] first = new int[0];
	/** By tap, then by target position. */
	float[][] weight = {};
	/** How many taps a target position has. */
	int count;
	/** The number of target positions. */
	int size;
	/** The number of source positions. */
	private int sourceSize;
	private int[] used = new int[0];

	/**
	 * Becomes the linear interpolation from one length to another. Positions are squares whose centres are at half coordinates;
	 * beyond the border lies the border.
	 *
	 * @param averages whether the kernel is widened when the picture shrinks
	 */
	void interpolate(int source, int target, boolean averages) {
		double factor = (double) source / target;
		double reach = averages ? Math.max(1, factor) : 1;
		allocate(source, target, Math.min(source, (int) Math.ceil(2 * reach)));
		for (int i = 0; i < target; i++) {
			double center = Math.clamp((i + 0.5) * factor - 0.5, 0, source - 1.0);
			int begin = Math.clamp((int) Math.floor(center - reach) + 1, 0, source - count);
			first[i] = begin;
			double sum = 0;
			for (int tap = 0; tap < count; tap++) {
				double w = Math.max(0, 1 - Math.abs(begin + tap - center) / reach);
				weight[tap][i] = (float) w;
				sum += w;
			}
			for (int tap = 0; tap < count; tap++) {
				weight[tap][i] /= (float) sum;
			}
		}
	}

	/** Becomes the transpose of another matrix. */
	void transpose(Taps other) {
		int target = other.sourceSize;
		if (used.length < target) {
			used = new int[target + target / 8];
		}
		Arrays.fill(used, 0, target, 0);
		int most = 1;
		for (int i = 0; i < other.size; i++) {
			for (int tap = 0; tap < other.count; tap++) {
				if (other.weight[tap][i] != 0) {
					most = Math.max(most, ++used[other.first[i] + tap]);
				}
			}
		}
		allocate(other.size, target, most);
		Arrays.fill(first, 0, target, 0);
		for (int tap = 0; tap < count; tap++) {
			Arrays.fill(weight[tap], 0, target, 0);
		}
		Arrays.fill(used, 0, target, 0);
		for (int i = 0; i < other.size; i++) {
			for (int tap = 0; tap < other.count; tap++) {
				float w = other.weight[tap][i];
				int j = other.first[i] + tap;
				if (w != 0) {
					if (used[j] == 0) {
						// So that all taps of the last positions are positions of the source.
						first[j] = Math.min(i, other.size - count);
					}
					weight[i - first[j]][j] = w;
					used[j]++;
				}
			}
		}
	}

	private void allocate(int source, int target, int taps) {
		sourceSize = source;
		size = target;
		count = taps;
		if (first.length < target) {
			first = new int[target + target / 8];
		}
		if (weight.length < taps || weight[0].length < target) {
			weight = new float[Math.max(weight.length, taps)][first.length];
		}
	}
}
