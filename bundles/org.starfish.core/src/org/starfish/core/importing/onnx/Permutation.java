// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

/** Reorders the axes of arrays in C order; axis i of the result is axis {@code permutation[i]} of the source. */
final class Permutation {
	/** Side of the squares in which matrices are transposed, so that both sides stay in the cache. */
	private static final int SQUARE = 32;

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
		if (dims.length == 2 && permutation[0] == 1) {
			return transposed(values, dims[0], dims[1]);
		}
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

	/** The dense layers of many models are matrices of hundreds of megabytes, stored transposed. */
	private static float[] transposed(float[] values, int rows, int columns) {
		float[] result = new float[values.length];
		for (int top = 0; top < rows; top += SQUARE) {
			int bottom = Math.min(top + SQUARE, rows);
			for (int left = 0; left < columns; left += SQUARE) {
				int right = Math.min(left + SQUARE, columns);
				for (int column = left; column < right; column++) {
					for (int row = top; row < bottom; row++) {
						result[column * rows + row] = values[row * columns + column];
					}
				}
			}
		}
		return result;
	}

	private static Walk walk(int[] dims, int[] permutation) {
		return new Walk(apply(dims, permutation), apply(Walk.strides(dims), permutation));
	}
}
