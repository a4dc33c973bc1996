// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PoolHelperVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;

import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.Arithmetic;
import org.starfish.core.network.operation.Concatenation;
import org.starfish.core.network.operation.Elementwise;
import org.starfish.core.network.operation.Identity;
import org.starfish.core.network.operation.Reduction;
import org.starfish.core.network.operation.Reshape;
import org.starfish.core.network.operation.Slice;

/** What DL4J's graph vertices are in terms of operations. */
final class Vertices {
	private final Emitter emitter;
	private final Preprocessors preprocessors;
	private final ChannelOrder order;

	/**
	 * @param order the channel order of the network's pictures
	 */
	Vertices(Emitter emitter, Preprocessors preprocessors, ChannelOrder order) {
		this.emitter = emitter;
		this.preprocessors = preprocessors;
		this.order = order;
	}

	/**
	 * Adds a vertex.
	 *
	 * @throws StarfishException if it is not supported; the message is only the reason
	 */
	void add(String name, GraphVertex vertex, List<String> inputs) throws StarfishException {
		String[] sources = inputs.toArray(String[]::new);
		Shape shape = emitter.shape(sources[0]);
		switch (vertex) {
		case ElementWiseVertex elementwise -> emitter.add(name, elementwise(elementwise), sources);
		case MergeVertex merge -> emitter.add(name, new Concatenation(merge.getMergeAxis() - 1), sources);
		case SubsetVertex subset -> emitter.add(name, subset(subset, shape), sources);
		case ScaleVertex scale -> emitter.add(name,
				constant(Elementwise.Function.MULTIPLY, scale.getScaleFactor(), shape), sources);
		case ShiftVertex shift -> emitter.add(name,
				constant(Elementwise.Function.ADD, shift.getShiftFactor(), shape), sources);
		case L2NormalizeVertex normalize -> normalize(name, normalize, shape, sources[0]);
		case ReshapeVertex reshape -> emitter.add(name, reshape(reshape), sources);
		case PoolHelperVertex strip -> emitter.add(name, strip(shape), sources);
		case PreprocessorVertex processor -> {
			String result = preprocessors.add(processor.getPreProcessor(), name, sources[0], 0);
			emitter.add(name, new Identity("Preprocessor"), result);
		}
		default -> throw new StarfishException("this kind of vertex is not supported");
		}
	}

	private static Elementwise elementwise(ElementWiseVertex vertex) {
		return new Elementwise(switch (vertex.getOp()) {
		case Add -> Elementwise.Function.ADD;
		case Subtract -> Elementwise.Function.SUBTRACT;
		case Product -> Elementwise.Function.MULTIPLY;
		case Average -> Elementwise.Function.AVERAGE;
		case Max -> Elementwise.Function.MAXIMUM;
		});
	}

	private static Slice subset(SubsetVertex vertex, Shape shape) throws StarfishException {
		int[] begin = new int[shape.rank()];
		int[] end = new int[shape.rank()];
		int[] step = new int[shape.rank()];
		Arrays.fill(end, Slice.END);
		Arrays.fill(step, 1);
		begin[0] = vertex.getFrom();
		end[0] = vertex.getTo() + 1;
		if (begin[0] < 0 || end[0] <= begin[0] || end[0] > shape.dim(0)) {
			throw new StarfishException("it takes elements %d to %d of %d".formatted(begin[0], end[0] - 1, shape.dim(0)));
		}
		return new Slice("Subset", begin, end, step);
	}

	private static Arithmetic constant(Elementwise.Function function, double value, Shape shape) {
		int[] ones = new int[shape.rank()];
		Arrays.fill(ones, 1);
		return new Arithmetic(function, Weights.of(ones, (float) value), false);
	}

	/** {@code x / max(|x|, epsilon)}, the norm over all axes but the batch unless configured. */
	private void normalize(String name, L2NormalizeVertex vertex, Shape shape, String input) throws StarfishException {
		int[] configured = vertex.getDimension();
		int[] all = IntStream.range(0, shape.rank()).toArray();
		int[] axes = configured == null || configured.length == 0 ? all
				: Arrays.stream(configured).map(axis -> axis - 1).sorted().toArray();
		if (!Arrays.equals(axes, all)) {
			throw new StarfishException("normalizing over some axes only is not supported");
		}
		String norm = emitter.part(name, "norm", new Reduction(Reduction.Function.NORM2, axes, true), input);
		String safe = emitter.part(name, "limit",
				new Activation(Activation.Function.CLIP, (float) vertex.getEps(), Float.POSITIVE_INFINITY), norm);
		emitter.add(name, new Elementwise(Elementwise.Function.DIVIDE), input, safe);
	}

	private Reshape reshape(ReshapeVertex vertex) throws StarfishException {
		int[] shape = vertex.getNewShape();
		if (vertex.getReshapeOrder() != 'c' || shape == null || shape.length < 2 || shape.length > 4) {
			throw new StarfishException("it reshapes in a way that is not supported");
		}
		int[] target = Arrays.copyOfRange(shape, 1, shape.length);
		return new Reshape("Reshape", target, target.length == 1 ? ChannelOrder.LAST : order);
	}

	/** Leaves out the first row and column, as GoogLeNet's import from Caffe needs. */
	private static Slice strip(Shape shape) throws StarfishException {
		if (shape.rank() != 3 || shape.order() != ChannelOrder.FIRST) {
			throw new StarfishException("it strips pictures with their channels first");
		}
		int[] end = { Slice.END, Slice.END, Slice.END };
		return new Slice("Strip", new int[] { 0, 1, 1 }, end, new int[] { 1, 1, 1 });
	}
}
