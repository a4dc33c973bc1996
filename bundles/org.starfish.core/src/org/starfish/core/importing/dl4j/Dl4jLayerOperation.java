// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.CapsuleStrengthLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocallyConnected1D;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.PrimaryCapsules;
import org.deeplearning4j.nn.conf.layers.objdetect.Yolo2OutputLayer;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.nd4j.linalg.activations.IActivation;

import org.starfish.core.StarfishException;
import org.starfish.core.engine.DelegatedComputation;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Shape;
import org.starfish.core.network.operation.Delegated;
import org.starfish.core.network.operation.Padding;

/**
 * A DL4J layer that DL4J itself computes.
 *
 * @param configuration what DL4J knows about it
 * @param weights its parameters
 * @param input the shape of its input; it takes no other
 */
record Dl4jLayerOperation(NeuralNetConfiguration configuration, Parameters weights, Shape input)
		implements Delegated, DelegatedComputation.Source {
	/** Layers that look at one example at a time, keep no state, and have a gradient. */
	private static final Set<Class<? extends Layer>> KNOWN = Set.of(LocallyConnected2D.class, LocallyConnected1D.class,
			PrimaryCapsules.class, CapsuleStrengthLayer.class, AutoEncoder.class,
			VariationalAutoencoder.class, Yolo2OutputLayer.class);

	/**
	 * Hands a layer to DL4J.
	 *
	 * @throws StarfishException if it is of a kind that works in another way; the message is only the reason
	 */
	static Dl4jLayerOperation of(Node node, Parameters weights, Shape input) throws StarfishException {
		Layer layer = node.layer().orElseThrow();
		if (!KNOWN.contains(layer.getClass())) {
			throw new StarfishException("this kind of layer is not supported; only feed-forward networks on pictures, "
					+ "sequences and vectors can be opened");
		}
		if (layer instanceof LocallyConnected2D local && local.getInputSize() != null
				&& (local.getInputSize()[0] != input.height() || local.getInputSize()[1] != input.width())) {
			throw new WrongSize(local.getInputSize()[0], local.getInputSize()[1], input);
		}
		if (layer instanceof PrimaryCapsules capsules && capsules(capsules, input) != capsules.getCapsules()) {
			throw new StarfishException("it is made for a picture of another size");
		}
		NeuralNetConfiguration configuration = node.configuration().orElseThrow().clone();
		configuration.setLayer(Node.unwrapped(configuration.getLayer()));
		return new Dl4jLayerOperation(configuration, weights, input);
	}

	/** Hands an activation function to DL4J. */
	static Dl4jLayerOperation activation(IActivation activation, Shape input) {
		var configuration = new NeuralNetConfiguration();
		configuration.setLayer(new ActivationLayer(activation));
		return new Dl4jLayerOperation(configuration, new Parameters(new float[0], 0, 0), input);
	}

	@Override
	public String library() {
		return "DL4J";
	}

	@Override
	public String kind() {
		return configuration.getLayer() instanceof ActivationLayer activation ? activation.getActivationFn().toString()
				: configuration.getLayer().getClass().getSimpleName();
	}

	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		if (configuration.getLayer() instanceof ActivationLayer) {
			return inputs.get(0);
		}
		if (inputs.size() != 1 || !inputs.get(0).equals(input)) {
			throw new StarfishException("DL4J computes it for inputs of %s only".formatted(input));
		}
		try {
			return shape(configuration.getLayer().getOutputType(0, inputType()));
		} catch (RuntimeException e) {
			throw new StarfishException("DL4J refuses it", e);
		}
	}

	@Override
	public long parameters() {
		return weights.count();
	}

	@Override
	public DelegatedComputation open() throws StarfishException {
		try {
			return new Dl4jComputation(configuration.clone(), weights.all(), input.order());
		} catch (RuntimeException e) {
			throw new StarfishException("DL4J refuses it", e);
		}
	}

	private static long capsules(PrimaryCapsules layer, Shape input) {
		int[] kernel = layer.getKernelSize();
		Padding padding = Convolutions.padding(layer.getConvolutionMode(), layer.getPadding(), kernel,
				layer.getDilation());
		long count = layer.getChannels();
		for (int axis = 0; axis < kernel.length; axis++) {
			int span = (kernel[axis] - 1) * layer.getDilation()[axis] + 1;
			count *= padding.positions(axis, input.spatial()[axis], span, layer.getStride()[axis], false);
		}
		return count;
	}

	private InputType inputType() {
		boolean first = input.order() == ChannelOrder.FIRST;
		return switch (input.rank()) {
		case 1 -> InputType.feedForward(input.dim(0));
		case 2 -> InputType.recurrent(input.channels(), input.height(), first ? RNNFormat.NCW : RNNFormat.NWC);
		default -> InputType.convolutional(input.height(), input.width(), input.channels(),
				first ? CNN2DFormat.NCHW : CNN2DFormat.NHWC);
		};
	}

	private Shape shape(InputType type) throws StarfishException {
		int[] sizes = Arrays.stream(type.getShape()).mapToInt(Math::toIntExact).toArray();
		return switch (type.getType()) {
		case FF -> Shape.vector(sizes[0]);
		case RNN, CNN -> Shape.of(input.rank() == 1 ? ChannelOrder.FIRST : input.order(), sizes);
		default -> throw new StarfishException("its output has too many axes");
		};
	}
}
