// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SpaceToDepthLayer;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling1D;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPadding1DLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping1D;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.nd4j.linalg.activations.IActivation;

import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Arithmetic;
import org.starfish.core.network.operation.Dense;
import org.starfish.core.network.operation.DepthToSpace;
import org.starfish.core.network.operation.Elementwise;
import org.starfish.core.network.operation.Identity;
import org.starfish.core.network.operation.LayerNormalization;
import org.starfish.core.network.operation.Operation;
import org.starfish.core.network.operation.Pad;
import org.starfish.core.network.operation.ParametricRelu;
import org.starfish.core.network.operation.Resize;
import org.starfish.core.network.operation.Slice;
import org.starfish.core.network.operation.Transpose;

/** What DL4J's layers are in terms of operations, with their parameters as DL4J's parameter initializers store them. */
final class Layers {
	/** DL4J normalizes without any; this is small beside every variance that is not 0. */
	private static final float NO_EPSILON = 1e-12f;

	private final Emitter emitter;
	private final Preprocessors preprocessors;
	private final boolean kernelFirst;

	/**
	 * @param kernelFirst how 1-D convolutions are stored, see {@link Graph#kernelFirst()}
	 */
	Layers(Emitter emitter, Preprocessors preprocessors, boolean kernelFirst) {
		this.emitter = emitter;
		this.preprocessors = preprocessors;
		this.kernelFirst = kernelFirst;
	}

	/**
	 * Adds a layer.
	 *
	 * @param name what the last of its operations is to be called
	 * @param input the layer it reads
	 * @throws StarfishException if it is not supported; the message is only the reason
	 */
	void add(Node node, Parameters parameters, String name, String input) throws StarfishException {
		Layer layer = node.layer().orElseThrow();
		Shape shape = emitter.shape(input);
		order(layer).ifPresent(order -> {
			if (shape.rank() == 3 && shape.order() != order) {
				throw new IllegalArgumentException("it expects its channels %s, but they come %s".formatted(
						order.name().toLowerCase(), shape.order().name().toLowerCase()));
			}
		});
		switch (layer) {
		case ConvolutionLayer convolution ->
			chain(name, Convolutions.of(convolution, parameters, kernelFirst), convolution.getActivationFn(), shape, input);
		case SubsamplingLayer pooling -> emitter.add(name, Convolutions.of(pooling), input);
		case RnnOutputLayer output -> steps(name, output, parameters, input);
		case BaseOutputLayer output ->
			dense(name, output, output.hasBias(), false, parameters, preprocessors.flat(name, input));
		case DenseLayer dense ->
			dense(name, dense, dense.hasBias(), dense.hasLayerNorm(), parameters, preprocessors.flat(name, input));
		case BatchNormalization norm -> emitter.add(name, Normalizations.of(norm, parameters), input);
		case LocalResponseNormalization norm -> emitter.add(name, Normalizations.of(norm), input);
		case GlobalPoolingLayer pooling -> emitter.chain(name, GlobalPoolings.of(pooling, shape), input);
		case ActivationLayer activation -> activation(name, "Activation", activation.getActivationFn(), last(shape), input);
		case CnnLossLayer loss -> activation(name, "Loss", loss.getActivationFn(), shape.channelAxis(), input);
		case RnnLossLayer loss -> activation(name, "Loss", loss.getActivationFn(), shape.channelAxis(), input);
		case LossLayer loss -> activation(name, "Loss", loss.getActivationFn(), last(shape), input);
		case DropoutLayer dropout -> emitter.add(name, new Identity("Dropout"), input);
		case PReLULayer prelu -> emitter.add(name, new ParametricRelu(slope(prelu, parameters)), input);
		case ElementWiseMultiplicationLayer multiply -> multiply(name, multiply, parameters, input);
		case ZeroPaddingLayer pad -> emitter.add(name, pad(shape, fourSides(pad.getPadding())), input);
		case ZeroPadding1DLayer pad -> emitter.add(name, pad(shape, pad.getPadding()), input);
		case Cropping2D crop -> emitter.add(name, crop(shape, fourSides(crop.getCropping())), input);
		case Cropping1D crop -> emitter.add(name, crop(shape, crop.getCropping()), input);
		case Upsampling2D up -> emitter.add(name, enlarge(twice(up.getSize())), input);
		case Upsampling1D up -> emitter.add(name, enlarge(Arrays.copyOf(up.getSize(), 1)), input);
		case SpaceToDepthLayer space -> emitter.add(name, new DepthToSpace(space.getBlockSize(), true, true), input);
		default -> emitter.add(name, Dl4jLayerOperation.of(node, parameters, shape), input);
		}
	}

	/** The channel order that a layer is configured for, where it is configured for one. */
	static Optional<ChannelOrder> order(Layer layer) {
		CNN2DFormat format = switch (layer) {
		case Subsampling1DLayer any -> null;
		case Convolution1DLayer any -> null;
		case ConvolutionLayer convolution -> convolution.getCnn2dDataFormat();
		case SubsamplingLayer pooling -> pooling.getCnn2dDataFormat();
		case BatchNormalization norm -> norm.getCnn2DFormat();
		case LocalResponseNormalization norm -> norm.getDataFormat();
		case ZeroPaddingLayer pad -> pad.getDataFormat();
		case Cropping2D crop -> crop.getDataFormat();
		case Upsampling2D up -> up.getFormat();
		case SpaceToDepthLayer space -> space.getDataFormat();
		case CnnLossLayer loss -> loss.getFormat();
		default -> null;
		};
		return Optional.ofNullable(format).map(Layers::order);
	}

	static ChannelOrder order(CNN2DFormat format) {
		return format == CNN2DFormat.NHWC ? ChannelOrder.LAST : ChannelOrder.FIRST;
	}

	/** The operations of a layer and its activation; the part before an activation is called {@code linear}. */
	private void chain(String name, List<Operation> operations, IActivation activation, Shape like, String input)
			throws StarfishException {
		List<Operation> after = Activations.of(activation, last(like), like);
		String current = input;
		for (int i = 0; i < operations.size(); i++) {
			boolean linear = i == operations.size() - 1;
			if (linear && after.isEmpty()) {
				emitter.add(name, operations.get(i), current);
				return;
			}
			current = emitter.part(name, linear ? "linear" : "depthwise", operations.get(i), current);
		}
		emitter.chain(name, after, current);
	}

	private void activation(String name, String kind, IActivation activation, int softmaxAxis, String input)
			throws StarfishException {
		List<Operation> operations = Activations.of(activation, softmaxAxis, emitter.shape(input));
		emitter.chain(name, operations.isEmpty() ? List.of(new Identity(kind)) : operations, input);
	}

	private void dense(String name, FeedForwardLayer layer, boolean biased, boolean normalized, Parameters parameters,
			String input) throws StarfishException {
		int in = Convolutions.size(layer.getNIn());
		int out = Convolutions.size(layer.getNOut());
		Weights weights = parameters.fortran(in, out);
		Optional<Weights> bias = biased ? Optional.of(parameters.next(out)) : Optional.empty();
		List<Operation> after = Activations.of(layer.getActivationFn(), 0, Shape.vector(out));
		if (!normalized) {
			chain(name, List.of(new Dense(weights, bias)), layer.getActivationFn(), Shape.vector(out), input);
			return;
		}
		// The bias comes after the normalization.
		var norm = new LayerNormalization(new int[] { 0 }, NO_EPSILON, Optional.of(parameters.next(out)), bias);
		String product = emitter.part(name, "product", new Dense(weights, Optional.empty()), input);
		if (after.isEmpty()) {
			emitter.add(name, norm, product);
		} else {
			emitter.chain(name, after, emitter.part(name, "linear", norm, product));
		}
	}

	/** A dense layer for each step of a sequence. */
	private void steps(String name, RnnOutputLayer layer, Parameters parameters, String input) throws StarfishException {
		int in = Convolutions.size(layer.getNIn());
		int out = Convolutions.size(layer.getNOut());
		Weights weights = parameters.fortran(in, out);
		Optional<Weights> bias = layer.hasBias() ? Optional.of(parameters.next(out)) : Optional.empty();
		ChannelOrder order = emitter.shape(input).order();
		String steps = preprocessors.steps(name, input);
		List<Operation> after = new ArrayList<>();
		if (order == ChannelOrder.FIRST) {
			after.add(new Transpose(new int[] { 1, 0 }, ChannelOrder.FIRST));
		}
		after.addAll(Activations.of(layer.getActivationFn(), order == ChannelOrder.FIRST ? 0 : 1,
				emitter.shape(input)));
		Operation dense = new Dense(weights, bias);
		if (after.isEmpty()) {
			emitter.add(name, dense, steps);
		} else {
			emitter.chain(name, after, emitter.part(name, "product", dense, steps));
		}
	}

	private void multiply(String name, ElementWiseMultiplicationLayer layer, Parameters parameters, String input)
			throws StarfishException {
		int size = Convolutions.size(layer.getNIn());
		Operation product = new Arithmetic(Elementwise.Function.MULTIPLY, parameters.next(size), false);
		Operation sum = new Arithmetic(Elementwise.Function.ADD, parameters.next(size), false);
		String scaled = emitter.part(name, "product", product, input);
		chain(name, List.of(sum), layer.getActivationFn(), Shape.vector(size), scaled);
	}

	private static Weights slope(PReLULayer layer, Parameters parameters) throws StarfishException {
		int[] shape = new int[layer.getInputShape().length];
		for (int axis = 0; axis < shape.length; axis++) {
			shape[axis] = Convolutions.size(layer.getInputShape()[axis]);
		}
		if (layer.getSharedAxes() != null) {
			for (long axis : layer.getSharedAxes()) {
				shape[(int) axis - 1] = 1;
			}
		}
		return parameters.fortran(shape);
	}

	private static Pad pad(Shape shape, int[] sides) throws StarfishException {
		int[][] ends = ends(shape, sides);
		return new Pad(Pad.Mode.CONSTANT, ends[0], ends[1], 0);
	}

	private static Slice crop(Shape shape, int[] sides) throws StarfishException {
		int[][] ends = ends(shape, sides);
		int[] stops = new int[shape.rank()];
		int[] steps = new int[shape.rank()];
		for (int axis = 0; axis < stops.length; axis++) {
			stops[axis] = shape.dim(axis) - ends[1][axis];
			steps[axis] = 1;
			if (stops[axis] <= ends[0][axis]) {
				throw new StarfishException("it cuts off everything");
			}
		}
		// Counted from the end, so that pictures of other sizes can be cropped too.
		for (int axis = 0; axis < stops.length; axis++) {
			stops[axis] = ends[1][axis] == 0 ? Slice.END : -ends[1][axis];
		}
		return new Slice("Cropping", ends[0], stops, steps);
	}

	/** Amounts before and after, one an axis of the shape, from amounts before and after each spatial axis. */
	private static int[][] ends(Shape shape, int[] sides) throws StarfishException {
		int spatial = sides.length / 2;
		if (shape.rank() != spatial + 1) {
			throw new StarfishException("it works on %d axes".formatted(spatial));
		}
		int first = shape.order() == ChannelOrder.FIRST ? 1 : 0;
		int[][] ends = new int[2][shape.rank()];
		for (int axis = 0; axis < spatial; axis++) {
			ends[0][first + axis] = sides[2 * axis];
			ends[1][first + axis] = sides[2 * axis + 1];
		}
		for (int side : sides) {
			if (side < 0) {
				throw new StarfishException("it adds or removes %d rows".formatted(side));
			}
		}
		return ends;
	}

	/** Top, bottom, left and right; old files say only how many rows and columns. */
	private static int[] fourSides(int[] sides) {
		return sides.length == 2 ? new int[] { sides[0], sides[0], sides[1], sides[1] } : Arrays.copyOf(sides, 4);
	}

	private static int[] twice(int[] sizes) {
		return sizes.length == 1 ? new int[] { sizes[0], sizes[0] } : sizes;
	}

	private static Resize enlarge(int[] factors) {
		return new Resize("Upsampling", Resize.Interpolation.NEAREST_FLOOR, Resize.Coordinates.ASYMMETRIC,
				Arrays.stream(factors).asDoubleStream().toArray(), new int[0]);
	}

	/** The last axis of the file's order, along which DL4J's plain softmax works whatever lies there. */
	private static int last(Shape shape) {
		return shape.rank() - 1;
	}
}
