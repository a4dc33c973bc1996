// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.npy;

import java.util.Arrays;

/**
 * The content of a NumPy file.
 *
 * @param shape the sizes of the axes; none for a single number
 * @param values in C order. Not copied
 */
public record NpyTensor(int[] shape, float[] values) {
	public NpyTensor {
		if (Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact) != values.length) {
			throw new IllegalArgumentException(values.length + " values for shape " + Arrays.toString(shape));
		}
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof NpyTensor tensor && Arrays.equals(shape, tensor.shape)
				&& Arrays.equals(values, tensor.values);
	}

	@Override
	public int hashCode() {
		return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
	}

	@Override
	public String toString() {
		return "NpyTensor" + Arrays.toString(shape);
	}
}
