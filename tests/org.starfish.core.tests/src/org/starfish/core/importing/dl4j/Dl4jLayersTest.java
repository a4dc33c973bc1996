// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CapsuleStrengthLayer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1D;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.PrimaryCapsules;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
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
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

import org.starfish.core.Progress;
import org.starfish.core.engine.Engine;
import org.starfish.core.network.Network;
import org.starfish.core.network.operation.Delegated;

class Dl4jLayersTest {
	private static final InputType PICTURE = InputType.convolutional(9, 8, 4);
	private static final InputType LAST = InputType.convolutional(9, 8, 4, CNN2DFormat.NHWC);
	private static final InputType SEQUENCE = InputType.recurrent(4, 11, RNNFormat.NCW);
	private static final InputType VECTOR = InputType.feedForward(7);

	@TempDir
	Path folder;

	static Stream<Arguments> networks() {
		List<Arguments> cases = new ArrayList<>();
		pictures(cases, "channels first", PICTURE);
		pictures(cases, "channels last", LAST);
		add(cases, "global pooling with axes kept", PICTURE,
				new GlobalPoolingLayer.Builder(PoolingType.AVG).collapseDimensions(false).build());
		add(cases, "deconvolution", PICTURE, new Deconvolution2D.Builder(3, 2).nOut(5).stride(2, 2).padding(1, 0).build());
		add(cases, "deconvolution same", PICTURE, new Deconvolution2D.Builder(3, 3).nOut(5).stride(2, 2)
				.convolutionMode(ConvolutionMode.Same).build());
		add(cases, "deconvolution same, even", PICTURE, new Deconvolution2D.Builder(2, 2).nOut(3).stride(2, 2)
				.convolutionMode(ConvolutionMode.Same).hasBias(false).build());
		add(cases, "prelu", PICTURE, new PReLULayer.Builder().inputShape(4, 9, 8).build());
		add(cases, "prelu, shared", PICTURE, new PReLULayer.Builder().inputShape(4, 9, 8).sharedAxes(2, 3).build());
		add(cases, "softmax over the last axis", PICTURE, new ActivationLayer(new ActivationSoftmax()));
		add(cases, "flatten and dense", PICTURE, new DenseLayer.Builder().nOut(6).activation(Activation.ELU).build(),
				new OutputLayer.Builder(LossFunction.MSE).nOut(3).activation(Activation.SOFTMAX).build());
		sequences(cases);
		vectors(cases);
		return cases.stream();
	}

	private static void pictures(List<Arguments> cases, String order, InputType input) {
		add(cases, "convolution truncate, " + order, input, new Convolution2D.Builder(3, 2).nOut(5).stride(2, 1)
				.padding(1, 0).dilation(1, 2).activation(Activation.TANH).build());
		add(cases, "convolution same, " + order, input, new Convolution2D.Builder(4, 3).nOut(5).stride(2, 2)
				.convolutionMode(ConvolutionMode.Same).hasBias(false).build());
		add(cases, "depthwise, " + order, input,
				new DepthwiseConvolution2D.Builder(3, 3).depthMultiplier(2).nOut(8).stride(2, 1).build());
		add(cases, "separable, " + order, input, new SeparableConvolution2D.Builder(3, 3).depthMultiplier(2).nOut(5)
				.activation(Activation.SIGMOID).convolutionMode(ConvolutionMode.Same).build());
		for (var type : List.of(SubsamplingLayer.PoolingType.MAX, SubsamplingLayer.PoolingType.AVG,
				SubsamplingLayer.PoolingType.PNORM)) {
			add(cases, "pooling " + type + ", " + order, input, new SubsamplingLayer.Builder(type).kernelSize(3, 2)
					.stride(2, 2).padding(1, 0).pnorm(3).build());
		}
		add(cases, "average pooling same, " + order, input, new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.AVG)
				.kernelSize(3, 3).stride(2, 2).convolutionMode(ConvolutionMode.Same).build());
		add(cases, "average pooling that counts padding, " + order, input,
				new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.AVG).kernelSize(3, 3).stride(2, 2).padding(1, 1)
						.avgPoolIncludePadInDivisor(true).build());
		for (PoolingType type : PoolingType.values()) {
			add(cases, "global pooling " + type + ", " + order, input,
					new GlobalPoolingLayer.Builder(type).pnorm(3).build());
		}
		add(cases, "batch normalization, " + order, input, new BatchNormalization.Builder().build());
		add(cases, "batch normalization by variance, " + order, input,
				new BatchNormalization.Builder().useLogStd(false).build());
		add(cases, "batch normalization, locked, " + order, input,
				new BatchNormalization.Builder().lockGammaBeta(true).build());
		add(cases, "upsampling, " + order, input, new Upsampling2D.Builder().size(new int[] { 2, 3 }).build());
		add(cases, "zero padding, " + order, input, new ZeroPaddingLayer.Builder(1, 2, 0, 3).build());
		add(cases, "cropping, " + order, input, new Cropping2D.Builder(1, 2, 0, 3).build());
		add(cases, "dropout, " + order, input,
				new Convolution2D.Builder(1, 1).nOut(2).build(), new DropoutLayer(0.5));
		add(cases, "loss, " + order, input, new Convolution2D.Builder(1, 1).nOut(4).build(),
				new CnnLossLayer.Builder(LossFunction.MSE).activation(Activation.SOFTMAX).build());
		add(cases, "frozen, " + order, input,
				new FrozenLayer(new Convolution2D.Builder(3, 3).nOut(2).activation(Activation.RELU).build()));
		add(cases, "normalization, " + order, input, new LocalResponseNormalization.Builder().n(5).k(1.5).alpha(0.3)
				.beta(0.6).dataFormat(input == LAST ? CNN2DFormat.NHWC : CNN2DFormat.NCHW).build());
		add(cases, "space to depth, " + order,
				InputType.convolutional(8, 6, 3, input == LAST ? CNN2DFormat.NHWC : CNN2DFormat.NCHW),
				new SpaceToDepthLayer.Builder(2, input == LAST ? SpaceToDepthLayer.DataFormat.NHWC
						: SpaceToDepthLayer.DataFormat.NCHW).build());
	}

	private static void sequences(List<Arguments> cases) {
		add(cases, "convolution 1-D", SEQUENCE, new Convolution1D.Builder(3).nOut(5).stride(2).padding(1).build());
		add(cases, "convolution 1-D, same", SEQUENCE, new Convolution1D.Builder(4).nOut(5).stride(2)
				.convolutionMode(ConvolutionMode.Same).activation(Activation.SOFTPLUS).build());
		add(cases, "convolution 1-D, causal", SEQUENCE, new Convolution1D.Builder(3).nOut(5).dilation(2)
				.convolutionMode(ConvolutionMode.Causal).hasBias(false).build());
		add(cases, "pooling 1-D", SEQUENCE, new Convolution1D.Builder(1).nOut(4).build(),
				new Subsampling1DLayer.Builder(SubsamplingLayer.PoolingType.MAX).kernelSize(3).stride(2).build());
		add(cases, "upsampling 1-D", SEQUENCE, new Convolution1D.Builder(1).nOut(4).build(),
				new Upsampling1D.Builder(3).build());
		add(cases, "zero padding 1-D", SEQUENCE, new Convolution1D.Builder(1).nOut(4).build(),
				new ZeroPadding1DLayer.Builder(1, 2).build());
		add(cases, "cropping 1-D", SEQUENCE, new Convolution1D.Builder(1).nOut(4).build(), new Cropping1D(1, 2));
		add(cases, "global pooling 1-D", SEQUENCE, new Convolution1D.Builder(1).nOut(4).build(),
				new GlobalPoolingLayer.Builder(PoolingType.MAX).build(), new DenseLayer.Builder().nOut(3).build());
		add(cases, "output for each step", SEQUENCE, new Convolution1D.Builder(1).nOut(4).build(),
				new RnnOutputLayer.Builder(LossFunction.MCXENT).nOut(3).activation(Activation.SOFTMAX).build());
	}

	private static void vectors(List<Arguments> cases) {
		add(cases, "dense without bias", VECTOR, new DenseLayer.Builder().nOut(5).hasBias(false).build());
		add(cases, "dense, normalized", VECTOR,
				new DenseLayer.Builder().nOut(5).hasLayerNorm(true).activation(Activation.TANH).build());
		add(cases, "element-wise multiplication", VECTOR,
				new ElementWiseMultiplicationLayer.Builder().nOut(7).activation(Activation.SIGMOID).build());
		add(cases, "batch normalization of a vector", VECTOR, new DenseLayer.Builder().nOut(5).build(),
				new BatchNormalization.Builder().build());
		add(cases, "loss of a vector", VECTOR,
				new LossLayer.Builder(LossFunction.MSE).activation(Activation.SOFTMAX).build());
	}

	private static void add(List<Arguments> cases, String name, InputType input, Layer... layers) {
		cases.add(Arguments.of(name, input, List.of(layers)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("networks")
	void layersAnswerAsInDl4j(String name, InputType input, List<Layer> layers) throws Exception {
		MultiLayerNetwork reference = network(input, layers);
		Network network = saved(reference);
		INDArray noise = noise(input, 2);
		INDArray expected = reference.output(noise.dup(), false);
		Comparison.assertOutput(network, network.outputs().get(0), noise, expected);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("networks")
	void gradientsAreThoseOfDl4j(String name, InputType input, List<Layer> layers) throws Exception {
		MultiLayerNetwork reference = network(input, layers);
		Network network = saved(reference);
		INDArray noise = noise(input, 1);
		INDArray seed = Nd4j.randn(5L, reference.output(noise.dup(), false).shape()).castTo(DataType.FLOAT);
		Comparison.assertGradient(network, noise, seed, gradient(reference, noise, seed));
	}

	@ParameterizedTest
	@EnumSource(value = Activation.class, names = { "THRESHOLDEDRELU" }, mode = EnumSource.Mode.EXCLUDE)
	void activationsAnswerAsInDl4j(Activation activation) throws Exception {
		MultiLayerNetwork reference = network(VECTOR,
				List.of(new DenseLayer.Builder().nOut(9).activation(activation).build()));
		INDArray noise = noise(VECTOR, 3);
		Comparison.assertOutput(saved(reference), "layer0", noise, reference.output(noise.dup(), false));
	}

	@Test
	void activationsKeepTheirParameters() throws Exception {
		for (var activation : List.of(new ActivationReLU(1.5, null, 0.2), new ActivationReLU(null, 0.3, null),
				new ActivationGELU(true))) {
			MultiLayerNetwork reference = network(VECTOR,
					List.of(new DenseLayer.Builder().nOut(9).activation(activation).build()));
			INDArray noise = noise(VECTOR, 3);
			Comparison.assertOutput(saved(reference), "layer0", noise, reference.output(noise.dup(), false));
		}
	}

	@ParameterizedTest
	@EnumSource(CNN2DFormat.class)
	void dl4jComputesWhatHasNoCounterpart(CNN2DFormat format) throws Exception {
		InputType input = InputType.convolutional(6, 5, 2, format);
		MultiLayerNetwork reference = network(input,
				List.of(new Convolution2D.Builder(1, 1).nOut(3).build(),
						new LocallyConnected2D.Builder().kernelSize(2, 2).nOut(2).activation(Activation.TANH)
								.dataFormat(format).build()));
		Network network = saved(reference);
		assertTrue(network.layer("layer1").operation() instanceof Delegated);
		INDArray noise = noise(input, 1);
		Comparison.assertOutput(network, "layer1", noise, reference.output(noise.dup(), false));
		INDArray seed = Nd4j.randn(5L, reference.output(noise.dup(), false).shape());
		Comparison.assertGradient(network, noise, seed, gradient(reference, noise, seed));
	}

	@Test
	void dl4jComputesCapsules() throws Exception {
		InputType input = InputType.convolutional(10, 10, 1);
		MultiLayerNetwork reference = network(input,
				List.of(new Convolution2D.Builder(3, 3).nOut(2).build(),
						new PrimaryCapsules.Builder(4, 2).kernelSize(3, 3).stride(2, 2).build(),
						new CapsuleStrengthLayer.Builder().build()));
		Network network = saved(reference);
		INDArray noise = noise(input, 1);
		INDArray expected = reference.output(noise.dup(), false);
		Comparison.assertOutput(network, "layer2", noise, expected);
		INDArray seed = Nd4j.randn(5L, expected.shape());
		Comparison.assertGradient(network, noise, seed, gradient(reference, noise, seed));
	}

	static List<Layer> layersOfVectors() {
		return List.of(new AutoEncoder.Builder().nOut(4).activation(Activation.SIGMOID).build(),
				new VariationalAutoencoder.Builder().nOut(3).encoderLayerSizes(5).decoderLayerSizes(5)
						.activation(Activation.TANH).build());
	}

	/** The first half of an autoencoder, plain and variational. */
	@ParameterizedTest
	@MethodSource("layersOfVectors")
	void dl4jComputesLayersOfVectors(Layer layer) throws Exception {
		MultiLayerNetwork reference = network(VECTOR, List.of(layer));
		Network network = saved(reference);
		INDArray noise = noise(VECTOR, 1);
		INDArray expected = reference.output(noise.dup(), false);
		Comparison.assertOutput(network, "layer0", noise, expected);
		INDArray seed = Nd4j.randn(5L, expected.shape());
		Comparison.assertGradient(network, noise, seed, gradient(reference, noise, seed));
	}

	@Test
	void theInputSizeFollowsFromTheFlattening() throws Exception {
		MultiLayerNetwork reference = network(InputType.convolutional(30, 17, 3),
				List.of(new Convolution2D.Builder(3, 3).nOut(2).build(),
						new SubsamplingLayer.Builder().kernelSize(2, 2).stride(2, 2).build(),
						new OutputLayer.Builder().nOut(4).activation(Activation.SOFTMAX).build()));
		Network network = saved(reference);
		assertEquals("2x14x7", network.layer("layer1").shape().toString());
		INDArray noise = noise(InputType.convolutional(30, 17, 3), 1);
		Comparison.assertOutput(network, "layer2", noise, reference.output(noise.dup(), false));
	}

	private Network saved(MultiLayerNetwork network) throws Exception {
		Path file = folder.resolve("network.zip");
		ModelSerializer.writeModel(network, file.toFile(), true);
		return new Dl4jImporter().read(file, Progress.NONE);
	}

	private static INDArray gradient(MultiLayerNetwork reference, INDArray noise, INDArray seed) {
		MultiLayerNetwork exact = reference.convertDataType(DataType.DOUBLE);
		return Comparison.gradient(input -> exact.output(input, false), noise, seed);
	}

	private static INDArray noise(InputType input, int batch) {
		long[] shape = input.getShape(true);
		shape[0] = batch;
		return Nd4j.randn(7L, shape).castTo(DataType.FLOAT);
	}

	/** A network with random parameters: DL4J would leave scales, shifts and biases at their defaults. */
	private static MultiLayerNetwork network(InputType input, List<Layer> layers) {
		Engine.description();
		NeuralNetConfiguration.ListBuilder builder = new NeuralNetConfiguration.Builder().seed(1)
				.activation(Activation.IDENTITY).list();
		layers.forEach(layer -> builder.layer(layer.clone()));
		MultiLayerConfiguration configuration = builder.setInputType(input).validateOutputLayerConfig(false).build();
		var network = new MultiLayerNetwork(configuration);
		network.init();
		if (network.numParams() > 0) {
			network.params().assign(Nd4j.rand(3L, network.params().shape()).muli(0.6).subi(0.2));
		}
		return network;
	}
}
