// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.contest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.StoredOrder;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.BatchNormalization;
import org.starfish.core.network.operation.Concatenation;
import org.starfish.core.network.operation.Convolution;
import org.starfish.core.network.operation.Dense;
import org.starfish.core.network.operation.GlobalPooling;
import org.starfish.core.network.operation.Identity;
import org.starfish.core.network.operation.Input;
import org.starfish.core.network.operation.LocalResponseNormalization;
import org.starfish.core.network.operation.Operation;
import org.starfish.core.network.operation.Pad;
import org.starfish.core.network.operation.Padding;
import org.starfish.core.network.operation.Pooling;
import org.starfish.core.network.operation.Reshape;
import org.starfish.core.network.operation.Softmax;

/** Builds the part of a network that one layer needs out of DL4J's own layers, with the same weights, channels first. */
final class Dl4jGraph {
	private final Network network;
	private final Layer target;
	private final List<Layer> needed;
	private final Map<String, Shape> shapes;
	private final Map<String, Integer> readers = new HashMap<>();
	private final GraphBuilder graph;
	/** Under which name DL4J knows a layer's answer. */
	private final Map<String, String> names = new HashMap<>();
	private final Set<String> done = new HashSet<>();
	/** By layer and parameter. */
	private final Map<String, Map<String, INDArray>> parameters = new LinkedHashMap<>();
	private int count;

	private Dl4jGraph(Network network, Shape input, Layer target) throws StarfishException {
		this.network = network;
		this.target = target;
		needed = network.needed(List.of(target));
		shapes = network.shapes(input, needed);
		needed.forEach(layer -> layer.inputs().forEach(name -> readers.merge(name, 1, Integer::sum)));
		graph = new NeuralNetConfiguration.Builder().activation(Activation.IDENTITY).weightInit(WeightInit.ZERO).graphBuilder().addInputs("data");
		graph.setInputTypes(InputType.convolutional(input.height(), input.width(), input.channels()));
		// The gradient comes from outside, so the last layer needs no loss.
		graph.validateOutputLayerConfig(false);
	}

	/**
	 * @param input the shape of one example
	 * @throws StarfishException if a layer has an operation that none of the benchmark's networks has
	 */
	static ComputationGraph of(Network network, Shape input, Layer target) throws StarfishException {
		return new Dl4jGraph(network, input, target).build();
	}

	private ComputationGraph build() throws StarfishException {
		for (Layer layer : needed) {
			if (!done.contains(layer.name())) {
				names.put(layer.name(), add(layer));
			}
		}
		// A gradient from outside enters through a layer only, and some answers are those of other vertices.
		graph.setOutputs(put(new ActivationLayer(Activation.IDENTITY), names.get(target.name())));
		var result = new ComputationGraph(graph.build());
		result.init();
		parameters.forEach((layer, values) -> values
				.forEach((name, value) -> result.getLayer(layer).getParam(name).assign(value)));
		return result;
	}

	private String add(Layer layer) throws StarfishException {
		return switch (layer.operation()) {
		case Input input -> "data";
		case Identity identity -> read(layer);
		case Convolution convolution -> convolution(layer, convolution);
		case Dense dense -> dense(layer, dense);
		case BatchNormalization normalization -> normalization(layer, normalization);
		case org.starfish.core.network.operation.Activation activation -> put(new ActivationLayer(activation(layer)), read(layer));
		case Softmax softmax -> put(new ActivationLayer(Activation.SOFTMAX), read(layer));
		case Pooling pooling -> pooling(layer, pooling);
		case GlobalPooling pooling -> globalPooling(layer, pooling);
		case LocalResponseNormalization normalization -> put(
				new org.deeplearning4j.nn.conf.layers.LocalResponseNormalization.Builder().n(normalization.size())
						.alpha(normalization.alpha() / normalization.size()).beta(normalization.beta()).k(normalization.k()).build(),
				read(layer));
		case Concatenation concatenation -> {
			String name = "layer" + count++;
			graph.addVertex(name, new MergeVertex(), layer.inputs().stream().map(names::get).toArray(String[]::new));
			yield name;
		}
		case Pad pad -> {
			Shape input = shapes.get(layer.inputs().get(0));
			int row = input.order() == ChannelOrder.FIRST ? 1 : 0;
			yield put(new ZeroPaddingLayer(pad.begin()[row], pad.end()[row], pad.begin()[row + 1], pad.end()[row + 1]), read(layer));
		}
		case Reshape reshape -> flatten(layer);
		default -> throw unsupported(layer);
		};
	}

	private String put(org.deeplearning4j.nn.conf.layers.Layer layer, String from) {
		String name = "layer" + count++;
		graph.addLayer(name, layer, from);
		return name;
	}

	private String read(Layer layer) {
		return names.get(layer.inputs().get(0));
	}

	/** The activation that alone reads a layer, which DL4J applies as part of it; the identity if there is none. */
	private Activation fused(Layer layer) throws StarfishException {
		if (layer == target || readers.getOrDefault(layer.name(), 0) != 1) {
			return Activation.IDENTITY;
		}
		Layer reader = needed.stream().filter(other -> other.inputs().contains(layer.name())).findFirst().orElseThrow();
		return reader.operation() instanceof org.starfish.core.network.operation.Activation ? activation(reader) : Activation.IDENTITY;
	}

	/** Notes that an activation that was applied as part of a layer needs none of its own. */
	private void cover(Layer layer, String name, Activation activation) {
		if (activation != Activation.IDENTITY) {
			Layer reader = needed.stream().filter(other -> other.inputs().contains(layer.name())).findFirst().orElseThrow();
			names.put(reader.name(), name);
			done.add(reader.name());
		}
	}

	private Activation activation(Layer layer) throws StarfishException {
		var activation = (org.starfish.core.network.operation.Activation) layer.operation();
		return switch (activation.function()) {
		case RELU -> Activation.RELU;
		case CLIP -> {
			if (activation.alpha() != 0 || activation.beta() != 6) {
				throw unsupported(layer);
			}
			yield Activation.RELU6;
		}
		default -> throw unsupported(layer);
		};
	}

	private String convolution(Layer layer, Convolution convolution) throws StarfishException {
		Shape input = shapes.get(layer.inputs().get(0));
		int[] strides = convolution.strides();
		int[] begin = new int[2];
		int[] end = new int[2];
		for (int axis = 0; axis < 2; axis++) {
			begin[axis] = convolution.padding().begin(axis, input.spatial()[axis], convolution.span(axis), strides[axis]);
			end[axis] = convolution.padding().end(axis, input.spatial()[axis], convolution.span(axis), strides[axis]);
		}
		String from = read(layer);
		if (!Arrays.equals(begin, end)) {
			from = put(new ZeroPaddingLayer(begin[0], end[0], begin[1], end[1]), from);
			begin = new int[2];
		}
		Weights weights = convolution.weights();
		int[] kernel = { weights.dim(0), weights.dim(1) };
		Activation activation = fused(layer);
		INDArray values = Nd4j.createFromArray(weights.values()).reshape(weights.dim(0), weights.dim(1), weights.dim(2), weights.dim(3));
		String name;
		if (convolution.groups() == 1) {
			name = put(new ConvolutionLayer.Builder(kernel).stride(strides).padding(begin).dilation(convolution.dilations())
					.convolutionMode(ConvolutionMode.Truncate).nIn(input.channels()).nOut(convolution.outputChannels())
					.activation(activation).build(), from);
			values = values.permute(3, 2, 0, 1);
		} else if (convolution.groups() == input.channels() && convolution.outputChannels() == input.channels()) {
			name = put(new DepthwiseConvolution2D.Builder(kernel).stride(strides).padding(begin).depthMultiplier(1)
					.convolutionMode(ConvolutionMode.Truncate).nIn(input.channels()).nOut(input.channels()).activation(activation).build(),
					from);
			values = values.permute(0, 1, 3, 2);
		} else {
			throw unsupported(layer);
		}
		parameters.put(name, Map.of("W", values, "b", bias(convolution.bias().map(Weights::values).orElse(new float[convolution.outputChannels()]))));
		cover(layer, name, activation);
		return name;
	}

	private static INDArray bias(float[] values) {
		return Nd4j.createFromArray(values).reshape(1, values.length);
	}

	private String dense(Layer layer, Dense dense) throws StarfishException {
		Activation activation = fused(layer);
		int in = dense.weights().dim(0);
		int out = dense.weights().dim(1);
		String name = put(new DenseLayer.Builder().nIn(in).nOut(out).activation(activation).build(), read(layer));
		parameters.put(name, Map.of("W", Nd4j.createFromArray(dense.weights().values()).reshape(in, out), "b",
				bias(dense.bias().map(Weights::values).orElse(new float[out]))));
		cover(layer, name, activation);
		return name;
	}

	private String normalization(Layer layer, BatchNormalization normalization) {
		int channels = shapes.get(layer.name()).channels();
		String name = put(new org.deeplearning4j.nn.conf.layers.BatchNormalization.Builder().nIn(channels).nOut(channels)
				.eps(normalization.epsilon()).useLogStd(false).build(), read(layer));
		parameters.put(name, Map.of("gamma", bias(normalization.scale().values()), "beta", bias(normalization.shift().values()), "mean",
				bias(normalization.mean().values()), "var", bias(normalization.variance().values())));
		return name;
	}

	private String pooling(Layer layer, Pooling pooling) throws StarfishException {
		Shape input = shapes.get(layer.inputs().get(0));
		int[] positions = shapes.get(layer.name()).spatial();
		boolean same = pooling.function() == Pooling.Function.MAXIMUM;
		boolean truncated = true;
		int[] begin = new int[2];
		for (int axis = 0; axis < 2; axis++) {
			int size = input.spatial()[axis];
			int stride = pooling.strides()[axis];
			begin[axis] = pooling.padding().begin(axis, size, pooling.span(axis), stride);
			same &= positions[axis] == Math.ceilDiv(size, stride) && begin[axis] == Padding.SAME.begin(axis, size, pooling.span(axis), stride);
			truncated &= positions[axis] == (size + 2 * begin[axis] - pooling.span(axis)) / stride + 1;
		}
		if (!same && !truncated || pooling.function() == Pooling.Function.AVERAGE && begin[0] + begin[1] > 0) {
			throw unsupported(layer);
		}
		SubsamplingLayer.PoolingType type = switch (pooling.function()) {
		case MAXIMUM -> SubsamplingLayer.PoolingType.MAX;
		case AVERAGE -> SubsamplingLayer.PoolingType.AVG;
		default -> throw unsupported(layer);
		};
		var builder = new SubsamplingLayer.Builder(type).kernelSize(pooling.kernel()).stride(pooling.strides());
		if (truncated) {
			builder.convolutionMode(ConvolutionMode.Truncate).padding(begin);
		} else {
			builder.convolutionMode(ConvolutionMode.Same);
		}
		return put(builder.build(), read(layer));
	}

	private String globalPooling(Layer layer, GlobalPooling pooling) {
		Shape input = shapes.get(layer.inputs().get(0));
		if (pooling.keepAxes()) {
			return put(new SubsamplingLayer.Builder(pooling.maximum() ? SubsamplingLayer.PoolingType.MAX : SubsamplingLayer.PoolingType.AVG)
					.kernelSize(input.spatial()).stride(1, 1).convolutionMode(ConvolutionMode.Truncate).build(), read(layer));
		}
		return put(new GlobalPoolingLayer.Builder(pooling.maximum() ? PoolingType.MAX : PoolingType.AVG).build(), read(layer));
	}

	/** A reshape that makes a vector; DL4J does it on the way into a layer. */
	private String flatten(Layer layer) throws StarfishException {
		Shape from = shapes.get(layer.inputs().get(0));
		Shape to = shapes.get(layer.name());
		boolean point = from.height() == 1 && from.width() == 1;
		if (to.rank() == from.rank() && point) {
			return read(layer);
		}
		if (to.rank() != 1 || from.rank() != 3 || from.order() != ChannelOrder.FIRST && !point) {
			throw unsupported(layer);
		}
		String name = "layer" + count++;
		graph.addLayer(name, new ActivationLayer(Activation.IDENTITY),
				new CnnToFeedForwardPreProcessor(from.height(), from.width(), from.channels()), read(layer));
		return name;
	}

	/** A network's input in DL4J's order. */
	static INDArray input(float[] values, int batch, Shape shape) {
		Shape first = Shape.image(ChannelOrder.FIRST, shape.height(), shape.width(), shape.channels());
		return Nd4j.createFromArray(StoredOrder.toFile(values, first)).reshape(batch, shape.channels(), shape.height(), shape.width());
	}

	private StarfishException unsupported(Layer layer) {
		return new StarfishException("Layer '%s' (%s) of %s is not one that the benchmark builds of DL4J's layers.".formatted(layer.name(),
				layer.kind(), network.file().getFileName()));
	}
}
