// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import java.util.Arrays;

import org.starfish.core.network.Weights;

/**
 * The part of a network's parameter vector that one layer owns. Pieces are taken from front to back, as DL4J's
 * parameter initializers lay them out; they are brought into order when someone asks for their values.
 */
final class Parameters {
	private final float[] all;
	private final int offset;
	private final int count;
	private int taken;

	Parameters(float[] all, int offset, int count) {
		this.all = all;
		this.offset = offset;
		this.count = count;
	}

	/** The same numbers, none of them taken. */
	Parameters fresh() {
		return new Parameters(all, offset, count);
	}

	/** All of this layer's numbers, as they lie in the file. */
	float[] all() {
		return Arrays.copyOfRange(all, offset, offset + count);
	}

	int count() {
		return count;
	}

	/** The next numbers, as they are. */
	Weights next(int... shape) {
		int from = take(shape);
		int size = size(shape);
		return Weights.lazy(shape, () -> Arrays.copyOfRange(all, from, from + size));
	}

	/**
	 * The next numbers with their axes reordered.
	 *
	 * @param permutation which stored axis each axis of the result is
	 * @param stored the sizes as stored, in C order
	 */
	Weights permuted(int[] permutation, int... stored) {
		int from = take(stored);
		int[] strides = new int[stored.length];
		int stride = 1;
		for (int axis = stored.length - 1; axis >= 0; axis--) {
			strides[axis] = stride;
			stride *= stored[axis];
		}
		return strided(from, permutation, stored, strides);
	}

	/** The next numbers, stored in Fortran order: the first axis moves fastest. */
	Weights fortran(int... shape) {
		int from = take(shape);
		int[] strides = new int[shape.length];
		int[] same = new int[shape.length];
		int stride = 1;
		for (int axis = 0; axis < shape.length; axis++) {
			strides[axis] = stride;
			same[axis] = axis;
			stride *= shape[axis];
		}
		return strided(from, same, shape, strides);
	}

	private Weights strided(int from, int[] permutation, int[] stored, int[] strides) {
		int[] shape = Arrays.stream(permutation).map(axis -> stored[axis]).toArray();
		int[] steps = Arrays.stream(permutation).map(axis -> strides[axis]).toArray();
		return Weights.lazy(shape, () -> {
			float[] values = new float[size(shape)];
			int[] index = new int[shape.length];
			int source = from;
			for (int i = 0; i < values.length; i++) {
				values[i] = all[source];
				for (int axis = shape.length - 1; axis >= 0; axis--) {
					source += steps[axis];
					if (++index[axis] < shape[axis]) {
						break;
					}
					source -= steps[axis] * shape[axis];
					index[axis] = 0;
				}
			}
			return values;
		});
	}

	private int take(int[] shape) {
		int from = Math.addExact(offset, taken);
		taken = Math.addExact(taken, size(shape));
		if (taken > count) {
			throw new IllegalArgumentException("it has only %d parameters".formatted(count));
		}
		return from;
	}

	private static int size(int[] shape) {
		return Arrays.stream(shape).reduce(1, Math::multiplyExact);
	}
}
