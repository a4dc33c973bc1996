// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import org.starfish.core.engine.Engine;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.engine.ReluGradient;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;

/** Runs a network in our engine and compares what comes out with what DL4J computes. */
final class Comparison {
	static final double OUTPUT = 1e-4;
	static final double GRADIENT = 1e-3;

	private static final double STEP = 1e-5;

	private Comparison() {
	}

	/** Noise in DL4J's own layout, for the shape that our network was given. */
	static INDArray noise(Shape shape, int batch, long seed) {
		long[] dims = new long[shape.rank() + 1];
		dims[0] = batch;
		for (int axis = 0; axis < shape.rank(); axis++) {
			dims[axis + 1] = shape.dim(axis);
		}
		return Nd4j.randn(seed, dims).castTo(DataType.FLOAT);
	}

	/** Asserts that a layer answers what DL4J does. */
	static void assertOutput(Network network, String layer, INDArray input, INDArray expected) throws Exception {
		Layer target = network.layer(layer);
		Shape shape = shape(input, network.inputShape());
		var request = new PlanRequest(Set.of(target), shape, (int) input.size(0), false);
		try (Plan plan = Engine.compile(network, request)) {
			plan.forward(stored(input, shape.order()));
			Shape answered = plan.shape(target);
			assertArrayEquals(expected.shape(), withBatch(answered, input.size(0)), layer + " is " + answered);
			assertClose(stored(expected, answered.order()), plan.activation(target), OUTPUT, layer);
		}
	}

	/** Asserts that the gradient of a weighted sum of the output with respect to the input is DL4J's. */
	static void assertGradient(Network network, INDArray input, INDArray seed, INDArray expected) throws Exception {
		Layer target = network.layer(network.outputs().get(0));
		Shape shape = shape(input, network.inputShape());
		var request = new PlanRequest(Set.of(target), shape, (int) input.size(0), true);
		try (Plan plan = Engine.compile(network, request)) {
			plan.forward(stored(input, shape.order()));
			float[] gradient = new float[(int) input.length()];
			plan.gradient(Map.of(target, stored(seed, plan.shape(target).order())), ReluGradient.TRUE, gradient);
			assertClose(stored(expected, shape.order()), gradient, GRADIENT, "gradient");
		}
	}

	/**
	 * DL4J's gradient of {@code <seed, output>} with respect to one input, by central differences in double precision
	 * (its own back-propagation starts from labels).
	 *
	 * @param output the network, in double precision
	 */
	static INDArray gradient(UnaryOperator<INDArray> output, INDArray input, INDArray seed) {
		int size = (int) input.length();
		INDArray flat = input.castTo(DataType.DOUBLE).dup('c').reshape(1, size);
		INDArray moved = Nd4j.tile(flat, 2 * size, 1);
		for (int i = 0; i < size; i++) {
			moved.putScalar(2L * i, i, flat.getDouble(0, i) + STEP);
			moved.putScalar(2L * i + 1, i, flat.getDouble(0, i) - STEP);
		}
		long[] shape = input.shape().clone();
		shape[0] = 2L * size;
		INDArray answers = exactly(() -> output.apply(moved.reshape('c', shape)).dup('c'));
		INDArray scores = answers.reshape('c', 2L * size, seed.length())
				.mmul(seed.castTo(DataType.DOUBLE).dup('c').reshape(seed.length(), 1));
		INDArray gradient = Nd4j.create(DataType.DOUBLE, input.shape());
		for (int i = 0; i < size; i++) {
			gradient.reshape(size).putScalar(i, (scores.getDouble(2L * i, 0) - scores.getDouble(2L * i + 1, 0)) / (2 * STEP));
		}
		return gradient;
	}

	/** Some of DL4J's layers make arrays of the default type, whatever the network's own is. */
	private static INDArray exactly(Supplier<INDArray> work) {
		DataType usual = Nd4j.dataType();
		Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
		try {
			return work.get();
		} finally {
			Nd4j.setDefaultDataTypes(usual, usual);
		}
	}

	private static void assertClose(float[] expected, float[] actual, double tolerance, String what) {
		double difference = 0;
		double norm = 0;
		for (int i = 0; i < expected.length; i++) {
			difference += Math.pow(expected[i] - actual[i], 2);
			norm += Math.pow(expected[i], 2);
		}
		double relative = Math.sqrt(difference / norm);
		assertTrue(relative < tolerance, () -> what + " differs by " + relative);
	}

	private static Shape shape(INDArray input, Shape like) {
		int[] dims = new int[input.rank() - 1];
		for (int axis = 0; axis < dims.length; axis++) {
			dims[axis] = (int) input.size(axis + 1);
		}
		return dims.length == like.rank() ? Shape.of(like.order(), dims) : like;
	}

	private static long[] withBatch(Shape shape, long batch) {
		long[] dims = new long[shape.rank() + 1];
		dims[0] = batch;
		for (int axis = 0; axis < shape.rank(); axis++) {
			dims[axis + 1] = shape.dim(axis);
		}
		return dims;
	}

	/** In C order, channels last. */
	static float[] stored(INDArray array, ChannelOrder order) {
		boolean move = order == ChannelOrder.FIRST && array.rank() > 2;
		INDArray last = !move ? array : array.rank() == 4 ? array.permute(0, 2, 3, 1) : array.permute(0, 2, 1);
		return last.castTo(DataType.FLOAT).dup('c').data().asFloat();
	}
}
