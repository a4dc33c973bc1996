// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import java.util.Arrays;

import org.starfish.core.synthesis.Frame;

/** How an ascent went, step by step. Filled by the ascent's thread and read by others. */
public final class Trace {
	private static final int FIRST_CAPACITY = 256;

	private double[] scores = new double[FIRST_CAPACITY];
	private double[] gradients = new double[FIRST_CAPACITY];
	private int[] ranks = new int[FIRST_CAPACITY];
	private int[] octaves = new int[FIRST_CAPACITY];
	private int first;
	private int count;

	/** Steps that have been taken. Arrays of equal length, one element a step. */
	public record Steps(int first, double[] scores, double[] gradients, int[] ranks, int[] octaves) {
		/** How many there are. */
		public int count() {
			return scores.length;
		}

		/** The number of a step, counted over all octaves from 1. */
		public int number(int index) {
			return first + index;
		}
	}

	/** Another step was taken. */
	public synchronized void add(Frame frame) {
		if (count == 0) {
			first = frame.step();
		}
		if (count == scores.length) {
			int capacity = 2 * count;
			scores = Arrays.copyOf(scores, capacity);
			gradients = Arrays.copyOf(gradients, capacity);
			ranks = Arrays.copyOf(ranks, capacity);
			octaves = Arrays.copyOf(octaves, capacity);
		}
		scores[count] = frame.score();
		gradients[count] = frame.gradientNorm();
		ranks[count] = frame.rank();
		octaves[count] = frame.octave();
		count++;
	}

	/** All steps so far. */
	public synchronized Steps steps() {
		return new Steps(first, Arrays.copyOf(scores, count), Arrays.copyOf(gradients, count), Arrays.copyOf(ranks, count),
				Arrays.copyOf(octaves, count));
	}
}
