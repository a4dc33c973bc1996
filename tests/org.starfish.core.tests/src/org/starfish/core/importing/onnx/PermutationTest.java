// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PermutationTest {
	@Test
	void axesAreReordered() {
		float[] values = { 0, 1, 2, 10, 11, 12, 100, 101, 102, 110, 111, 112 };
		assertArrayEquals(new float[] { 0, 10, 100, 110, 1, 11, 101, 111, 2, 12, 102, 112 },
				Permutation.apply(values, new int[] { 2, 2, 3 }, new int[] { 2, 0, 1 }));
		assertArrayEquals(new long[] { 0, 3, 1, 4, 2, 5 },
				Permutation.apply(new long[] { 0, 1, 2, 3, 4, 5 }, new int[] { 2, 3 }, new int[] { 1, 0 }));
	}

	@Test
	void largeMatricesAreTransposed() {
		int rows = 70;
		int columns = 45;
		float[] values = new float[rows * columns];
		for (int i = 0; i < values.length; i++) {
			values[i] = i;
		}
		float[] transposed = Permutation.apply(values, new int[] { rows, columns }, new int[] { 1, 0 });
		for (int row = 0; row < rows; row++) {
			for (int column = 0; column < columns; column++) {
				assertEquals(row * columns + column, transposed[column * rows + row]);
			}
		}
	}
}
