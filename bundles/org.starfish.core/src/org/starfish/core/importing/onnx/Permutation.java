// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

/** Reorders the axes of arrays in C order; axis i of the result is axis {@code permutation[i]} of the source. */
final class Permutation {
	private Permutation() {
	}

	static int[] apply(int[] dims, int[] permutation) {
		int[] result = new int[permutation.length];
		for (int axis = 0; axis < result.length; axis++) {
			result[axis] = dims[permutation[axis]];
		}
		return result;
	}

	static float[] apply(float[] values, int[] dims, int[] permutation) {
		float[] result = new float[values.length];
		Walk walk = walk(dims, permutation);
		for (int i = 0; i < result.length; i++) {
			result[i] = values[walk.next()];
		}
		return result;
	}

	static long[] apply(long[] values, int[] dims, int[] permutation) {
		long[] result = new long[values.length];
		Walk walk = walk(dims, permutation);
		for (int i = 0; i < result.length; i++) {
			result[i] = values[walk.next()];
		}
		return result;
	}

	private static Walk walk(int[] dims, int[] permutation) {
		return new Walk(apply(dims, permutation), apply(Walk.strides(dims), permutation));
	}
}
