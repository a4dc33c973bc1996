// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.preprocessing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.importing.ModelImporters;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.Arithmetic;
import org.starfish.core.network.operation.BatchNormalization;
import org.starfish.core.network.operation.Convolution;
import org.starfish.core.network.operation.Elementwise;
import org.starfish.core.network.operation.Padding;
import org.starfish.testkit.TestData;

class PreprocessingGuessTest {
	private static final int KERNELS = 12;

	@ParameterizedTest
	@CsvSource({ "googlenet.onnx,caffe-bgr", "mobilenet_v1_0.25_224.h5,minus-one-one",
			"fer2013_mini_XCEPTION.102-0.66.hdf5,minus-one-one", "fer2013_mini_XCEPTION.keras,minus-one-one",
			"pretrainedResnet.h5,raw", "vww_96.h5,zero-one", "resnet20_cifar10.onnx,imagenet-rgb", "mnist-8.onnx,raw",
			"lenet_mnist.dl4j.zip,zero-one" })
	void realModelsAreGuessedRight(String file, String expected) throws Exception {
		Network network = ModelImporters.builtIn().read(TestData.model(file), Progress.NONE);
		PreprocessingGuess guess = PreprocessingGuess.of(network);
		assertEquals(expected, guess.preprocessing().name(), guess.reason());
	}

	@ParameterizedTest
	@CsvSource({ "mobilenet_v1_0.25_224.h5,minus-one-one", "fer2013_mini_XCEPTION.102-0.66.hdf5,minus-one-one",
			"pretrainedResnet.h5,raw", "vww_96.h5,zero-one", "resnet20_cifar10.onnx,imagenet-rgb" })
	void batchNormalizationAloneTellsTheTrainingsInput(String file, String expected) throws Exception {
		Network network = ModelImporters.builtIn().read(TestData.model(file), Progress.NONE);
		InputStatistics statistics = InputStatistics.of(network).orElseThrow();
		double distance = statistics.distance(Preprocessing.load(expected));
		for (Preprocessing other : List.of(Preprocessing.ZERO_ONE, Preprocessing.MINUS_ONE_ONE, Preprocessing.RAW,
				Preprocessing.IMAGENET_RGB, Preprocessing.CAFFE_BGR)) {
			assertTrue(distance <= statistics.distance(other), other.name());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "zero-one", "minus-one-one", "raw", "imagenet-rgb" })
	void aTrainedBatchNormalizationOverrulesHabits(String trained) throws Exception {
		Network network = normalized(Preprocessing.load(trained));
		assertEquals(trained, PreprocessingGuess.of(network).preprocessing().name());
	}

	@Test
	void anUntrainedBatchNormalizationSaysNothing() throws Exception {
		float[] ones = new float[KERNELS];
		Arrays.fill(ones, 1);
		Network network = network("Keras 2", 64, kernels(), new float[KERNELS], ones, "conv");
		assertEquals(Optional.empty(), InputStatistics.of(network));
		assertEquals(Preprocessing.ZERO_ONE, PreprocessingGuess.of(network).preprocessing());
	}

	@Test
	void damagedStatisticsSayNothing() throws Exception {
		float[] nan = new float[KERNELS];
		Arrays.fill(nan, Float.NaN);
		Network network = network("ONNX (opset 13)", 224, kernels(), nan, nan, "conv");
		assertEquals(Preprocessing.IMAGENET_RGB, PreprocessingGuess.of(network).preprocessing());
	}

	@Test
	void weightsThatCannotBeReadLeaveTheHabit() throws Exception {
		int[] channels = { KERNELS };
		var missing = Weights.lazy(channels, () -> {
			throw new IllegalStateException("damaged");
		});
		var builder = new Network.Builder(Path.of("net"));
		builder.input("input", Shape.image(ChannelOrder.LAST, 64, 64, 3));
		builder.add("conv", new Convolution(Weights.of(new int[] { 3, 3, 3, KERNELS }, kernels()), Optional.empty(),
				new int[] { 1, 1 }, new int[] { 1, 1 }, Padding.none(2), 1), "input");
		builder.add("bn", new BatchNormalization(missing, missing, missing, missing, 1e-3f), "conv");
		Network network = builder.build("Keras 2", List.of("bn"));
		assertEquals(Preprocessing.ZERO_ONE, PreprocessingGuess.of(network).preprocessing());
	}

	@Test
	void networksThatNormalizeInsideGetThePixelsAsTheyAre() throws Exception {
		var builder = new Network.Builder(Path.of("net.keras"));
		builder.input("input", Shape.image(ChannelOrder.LAST, 224, 224, 3));
		builder.add("scaled", new Arithmetic(Elementwise.Function.MULTIPLY, Weights.of(new int[] { 1, 1, 1 }, 1 / 255f),
				false), "input");
		Network network = builder.build("Keras 3", List.of("scaled"));
		assertEquals(Preprocessing.RAW, PreprocessingGuess.of(network).preprocessing());
	}

	@ParameterizedTest
	@CsvSource({ "ONNX (opset 9),fc7,224,caffe-bgr", "ONNX (opset 9),fc7,32,imagenet-rgb",
			"Keras 2,block1_conv1,224,vgg-bgr", "Keras 2,mixed3,299,minus-one-one",
			"Keras 2,conv2_block1_preact_bn,224,minus-one-one", "Keras 3,rescaling_1,224,raw",
			"Keras 2,my_layer,32,zero-one", "DL4J,layer1,64,zero-one",
			"ONNX (opset 17),/layer1/Relu,224,imagenet-rgb" })
	void familiesAreKnownByTheirNames(String format, String layer, int side, String expected) throws Exception {
		var builder = new Network.Builder(Path.of("net"));
		builder.input("input", Shape.image(ChannelOrder.FIRST, side, side, 3));
		builder.add(layer, new Activation(Activation.Function.RELU), "input");
		PreprocessingGuess guess = PreprocessingGuess.of(builder.build(format, List.of(layer)));
		assertEquals(expected, guess.preprocessing().name(), guess.reason());
	}

	/** A network whose batch normalization has seen smooth random pictures under a preprocessing. */
	private static Network normalized(Preprocessing preprocessing) throws StarfishException {
		float[] kernels = kernels();
		var random = new Random(3);
		double[] sum = new double[KERNELS];
		double[] squares = new double[KERNELS];
		int patches = 4000;
		for (int patch = 0; patch < patches; patch++) {
			double brightness = 115 + 60 * random.nextGaussian();
			double slopeX = 12 * random.nextGaussian();
			double slopeY = 12 * random.nextGaussian();
			double[] tint = { 8 + 15 * random.nextGaussian(), 15 * random.nextGaussian(),
					-8 + 15 * random.nextGaussian() };
			float[] input = new float[27];
			for (int i = 0; i < 27; i++) {
				double pixel = brightness + tint[i % 3] + slopeY * (i / 9 - 1) + slopeX * (i / 3 % 3 - 1);
				input[i] = preprocessing.scale(3)[i % 3] * (float) Math.clamp(pixel, 0.0, 255.0)
						+ preprocessing.lower(3)[i % 3];
			}
			for (int kernel = 0; kernel < KERNELS; kernel++) {
				double value = 0;
				for (int i = 0; i < 27; i++) {
					value += kernels[i * KERNELS + kernel] * input[i];
				}
				sum[kernel] += value;
				squares[kernel] += value * value;
			}
		}
		float[] mean = new float[KERNELS];
		float[] variance = new float[KERNELS];
		for (int kernel = 0; kernel < KERNELS; kernel++) {
			mean[kernel] = (float) (sum[kernel] / patches);
			variance[kernel] = (float) (squares[kernel] / patches - mean[kernel] * mean[kernel]);
		}
		return network("Keras 2", 64, kernels, mean, variance, "conv");
	}

	private static float[] kernels() {
		var random = new Random(4);
		float[] kernels = new float[27 * KERNELS];
		for (int i = 0; i < kernels.length; i++) {
			kernels[i] = (float) (0.2 * random.nextGaussian());
		}
		return kernels;
	}

	private static Network network(String format, int side, float[] kernels, float[] mean, float[] variance,
			String name) throws StarfishException {
		int[] channels = { KERNELS };
		float[] ones = new float[KERNELS];
		Arrays.fill(ones, 1);
		var builder = new Network.Builder(Path.of("net"));
		builder.input("input", Shape.image(ChannelOrder.LAST, side, side, 3));
		builder.add(name, new Convolution(Weights.of(new int[] { 3, 3, 3, KERNELS }, kernels), Optional.empty(),
				new int[] { 1, 1 }, new int[] { 1, 1 }, Padding.none(2), 1), "input");
		builder.add("bn", new BatchNormalization(Weights.of(channels, ones), Weights.of(channels, new float[KERNELS]),
				Weights.of(channels, mean), Weights.of(channels, variance), 1e-3f), name);
		return builder.build(format, List.of("bn"));
	}
}
