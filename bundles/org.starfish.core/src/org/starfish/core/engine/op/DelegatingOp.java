// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.starfish.core.engine.DelegatedComputation;
import org.starfish.core.engine.ReluGradient;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Shape;
import org.starfish.core.network.StoredOrder;

/** Hands a layer to the library that its model came from. */
final class DelegatingOp implements Op {
	private final Value input;
	private final Value output;
	private final DelegatedComputation computation;

	DelegatingOp(Value input, Value output, DelegatedComputation computation) {
		this.input = input;
		this.output = output;
		this.computation = computation;
	}

	@Override
	public Value output() {
		return output;
	}

	@Override
	public void forward() {
		try (INDArray from = array(input.data(), input); INDArray to = computation.activate(from)) {
			float[] values = StoredOrder.of(to.dup('c').data().asFloat(), channelsFirst(output.shape()));
			System.arraycopy(values, 0, output.dataToWrite(), 0, values.length);
		}
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		try (INDArray from = array(output.gradient(), output); INDArray to = computation.inputGradient(from)) {
			float[] values = StoredOrder.of(to.dup('c').data().asFloat(), channelsFirst(input.shape()));
			float[] gradient = input.gradientToAdd();
			for (int i = 0; i < values.length; i++) {
				gradient[i] += values[i];
			}
		}
	}

	private static INDArray array(float[] values, Value value) {
		Shape shape = channelsFirst(value.shape());
		long[] dims = new long[shape.rank() + 1];
		dims[0] = value.batch();
		for (int axis = 0; axis < shape.rank(); axis++) {
			dims[axis + 1] = shape.dim(axis);
		}
		return Nd4j.createFromArray(StoredOrder.toFile(values, shape)).castTo(DataType.FLOAT).reshape('c', dims);
	}

	/** The same values, written with the channels first whatever the file does. */
	private static Shape channelsFirst(Shape shape) {
		return shape.rank() < 2 ? shape : Shape.of(ChannelOrder.FIRST, dims(shape));
	}

	private static int[] dims(Shape shape) {
		int[] stored = shape.stored();
		int[] dims = new int[stored.length];
		dims[0] = stored[stored.length - 1];
		System.arraycopy(stored, 0, dims, 1, stored.length - 1);
		return dims;
	}

	@Override
	public void close() {
		computation.close();
	}
}
