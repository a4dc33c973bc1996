// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Trained numbers of a layer, in C order. They may still lie undecoded in the model file, so that listing the layers
 * of a large model costs nothing; {@link #values()} decodes.
 */
public final class Weights {
	private final int[] shape;
	private final Supplier<float[]> source;

	private Weights(int[] shape, Supplier<float[]> source) {
		this.shape = shape.clone();
		this.source = source;
	}

	/** Numbers that are in memory already. The array is not copied and must not change. */
	public static Weights of(int[] shape, float... values) {
		if (count(shape) != values.length) {
			throw new IllegalArgumentException(values.length + " values for shape " + Arrays.toString(shape));
		}
		return new Weights(shape, () -> values);
	}

	/** Numbers that are decoded when they are asked for, anew each time. */
	public static Weights lazy(int[] shape, Supplier<float[]> source) {
		return new Weights(shape, source);
	}

	public int[] shape() {
		return shape.clone();
	}

	public int dim(int axis) {
		return shape[axis];
	}

	public int rank() {
		return shape.length;
	}

	/** The number of values. */
	public long count() {
		return count(shape);
	}

	/** The values in C order. May decode at each call, so keep what you need; never change what you get. */
	public float[] values() {
		float[] values = source.get();
		if (values.length != count()) {
			throw new IllegalStateException(values.length + " values for shape " + Arrays.toString(shape));
		}
		return values;
	}

	private static long count(int[] shape) {
		return Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
	}
}
