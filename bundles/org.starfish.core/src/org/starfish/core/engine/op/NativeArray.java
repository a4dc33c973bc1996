// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A float array in ND4J's memory, with bulk copies from and to the heap. */
final class NativeArray implements AutoCloseable {
	private final INDArray array;
	private final FloatPointer pointer;
	/** Made when it is first needed, which most arrays never come to. */
	private float[] summand = {};

	/** An array in C order, filled with zeros. */
	NativeArray(long... shape) {
		this(Nd4j.create(DataType.FLOAT, shape, 'c'));
	}

	private NativeArray(INDArray array) {
		this.array = array;
		this.pointer = new FloatPointer(array.data().addressPointer());
	}

	/** An array in C order that holds the given values. */
	static NativeArray of(float[] values, long... shape) {
		var result = new NativeArray(shape);
		result.put(values, 0, values.length);
		return result;
	}

	/** The same memory in another shape; closed with this one. */
	NativeArray as(long... shape) {
		return new NativeArray(array.reshape('c', shape));
	}

	INDArray array() {
		return array;
	}

	/** Copies from the heap to the start of this array. */
	void put(float[] from, int offset, int length) {
		pointer.position(0).put(from, offset, length);
	}

	/** Copies from the heap to somewhere in this array. */
	void putAt(long position, float[] from, int offset, int length) {
		pointer.position(position).put(from, offset, length);
	}

	/** Copies from somewhere in this array to the heap. */
	void getAt(long position, float[] into, int offset, int length) {
		pointer.position(position).get(into, offset, length);
	}

	/** Copies from the start of this array to the heap. */
	void get(float[] into, int offset, int length) {
		pointer.position(0).get(into, offset, length);
	}

	/**
	 * Adds this array, which has as many elements, to a value's gradient.
	 */
	void addTo(Value value) {
		int length = value.length();
		if (!value.isReached()) {
			get(value.gradientToWrite(), 0, length);
			return;
		}
		if (summand.length != length) {
			summand = new float[length];
		}
		get(summand, 0, length);
		float[] gradient = value.gradientToAdd();
		for (int i = 0; i < length; i++) {
			gradient[i] += summand[i];
		}
	}

	@Override
	public void close() {
		array.close();
	}
}
