// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;

import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.Arithmetic;
import org.starfish.core.network.operation.Elementwise;
import org.starfish.core.network.operation.GlobalPooling;
import org.starfish.core.network.operation.Operation;
import org.starfish.core.network.operation.Reduction;

/** DL4J's pooling over whole pictures and sequences. */
final class GlobalPoolings {
	private GlobalPoolings() {
	}

	/** The operations that pool an input of this shape. */
	static List<Operation> of(GlobalPoolingLayer layer, Shape shape) throws StarfishException {
		if (!shape.isSpatial()) {
			throw new StarfishException("it pools over positions, but gets a vector");
		}
		int[] axes = axes(layer, shape);
		boolean keep = !layer.isCollapseDimensions();
		boolean whole = Arrays.equals(axes, spatial(shape));
		PoolingType type = layer.getPoolingType();
		if (whole && (type == PoolingType.MAX || type == PoolingType.AVG)) {
			return List.of(new GlobalPooling(type == PoolingType.MAX, keep));
		}
		return switch (type) {
		case MAX -> List.of(new Reduction(Reduction.Function.MAXIMUM, axes, keep));
		case AVG -> List.of(new Reduction(Reduction.Function.MEAN, axes, keep));
		case SUM -> List.of(new Reduction(Reduction.Function.SUM, axes, keep));
		case PNORM -> norm(layer.getPnorm(), axes, keep, shape);
		};
	}

	/** DL4J counts the batch as an axis, and by default pools over all axes after the second. */
	private static int[] axes(GlobalPoolingLayer layer, Shape shape) {
		int[] configured = layer.getPoolingDimensions();
		return configured == null ? IntStream.range(1, shape.rank()).toArray()
				: Arrays.stream(configured).map(axis -> axis - 1).sorted().toArray();
	}

	private static int[] spatial(Shape shape) {
		int first = shape.order() == ChannelOrder.FIRST ? 1 : 0;
		return IntStream.range(first, first + shape.rank() - 1).toArray();
	}

	private static List<Operation> norm(int p, int[] axes, boolean keep, Shape shape) {
		if (p == 2) {
			return List.of(new Reduction(Reduction.Function.NORM2, axes, keep));
		}
		int rank = keep ? shape.rank() : shape.rank() - axes.length;
		return List.of(new Activation(Activation.Function.ABSOLUTE), power(p, shape.rank()),
				new Reduction(Reduction.Function.SUM, axes, keep), power(1f / p, rank));
	}

	private static Operation power(float exponent, int rank) {
		int[] shape = new int[rank];
		Arrays.fill(shape, 1);
		return new Arithmetic(Elementwise.Function.POWER, Weights.of(shape, exponent), false);
	}
}
