// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.util.Arrays;
import java.util.function.Supplier;

import org.starfish.core.network.Weights;

/**
 * A tensor whose numbers do not depend on the picture. Real numbers stay undecoded until they are asked for; whole
 * numbers (and truth values, as 0 and 1) are shapes and indices.
 */
final class Constant implements Value {
	/**
	 * Stands for the number of examples among whole numbers, so that shapes computed by the graph can be followed
	 * without fixing it. As a real number it is NaN.
	 */
	static final long BATCH = 0x8B_5741_5246_1549L;

	private final int[] dims;
	private final Supplier<float[]> reals;
	private final Supplier<long[]> wholes;
	private final boolean stored;

	private Constant(int[] dims, Supplier<float[]> reals, Supplier<long[]> wholes, boolean stored) {
		this.dims = dims.clone();
		this.reals = reals;
		this.wholes = wholes;
		this.stored = stored;
	}

	/** Real numbers, decoded when asked for. */
	static Constant ofReals(int[] dims, Supplier<float[]> values) {
		return new Constant(dims, values, null, true);
	}

	/** Whole numbers, decoded when asked for. */
	static Constant ofWholes(int[] dims, Supplier<long[]> values) {
		return new Constant(dims, null, values, true);
	}

	/** A list of whole numbers. */
	static Constant ofWholes(long... values) {
		return new Constant(new int[] { values.length }, null, () -> values, true);
	}

	/** Whether these are whole numbers. */
	boolean isWhole() {
		return wholes != null;
	}

	int[] dims() {
		return dims.clone();
	}

	int rank() {
		return dims.length;
	}

	/** The number of values. */
	long count() {
		return count(dims);
	}

	/** The values as real numbers, in C order. */
	float[] reals() {
		if (reals != null) {
			return reals.get();
		}
		long[] values = wholes.get();
		float[] result = new float[values.length];
		for (int i = 0; i < result.length; i++) {
			result[i] = values[i] == BATCH ? Float.NaN : values[i];
		}
		return result;
	}

	/** The values as whole numbers, in C order, cut off after the point. */
	long[] wholes() {
		if (wholes != null) {
			return wholes.get();
		}
		float[] values = reals.get();
		long[] result = new long[values.length];
		for (int i = 0; i < result.length; i++) {
			result[i] = Float.isNaN(values[i]) ? BATCH : (long) values[i];
		}
		return result;
	}

	/** The same values, in C order, under another shape of as many elements. */
	Constant reshaped(int... shape) {
		if (count(shape) != count()) {
			throw new IllegalArgumentException(Arrays.toString(dims) + " to " + Arrays.toString(shape));
		}
		return new Constant(shape, reals, wholes, stored);
	}

	/** With axes reordered; axis i of the result is axis {@code permutation[i]} of this. */
	Constant transposed(int... permutation) {
		int[] shape = Permutation.apply(dims, permutation);
		return wholes != null
				? new Constant(shape, null, () -> Permutation.apply(wholes.get(), dims, permutation), false)
				: new Constant(shape, () -> Permutation.apply(reals.get(), dims, permutation), null, false);
	}

	/** Whether asking for the values costs no more than decoding them. */
	boolean isStored() {
		return stored;
	}

	/** The same values, computed now and kept, so that what is computed from them does not compute them again. */
	Constant settled() {
		if (wholes != null) {
			long[] values = wholes.get();
			return ofWholes(dims, () -> values);
		}
		float[] values = reals.get();
		return ofReals(dims, () -> values);
	}

	/** As trained numbers of a layer. */
	Weights weights() {
		return Weights.lazy(dims, this::reals);
	}

	static long count(int[] dims) {
		return Arrays.stream(dims).asLongStream().reduce(1, Math::multiplyExact);
	}
}
