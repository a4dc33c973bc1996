// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.starfish.core.importing.keras.KerasBuilder.functional;
import static org.starfish.core.importing.keras.KerasBuilder.inbound;
import static org.starfish.core.importing.keras.KerasBuilder.layer;
import static org.starfish.core.importing.keras.KerasBuilder.sequential;

import java.nio.file.Path;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.StoredOrder;
import org.starfish.core.network.operation.Softmax;

/** Single layers compute what Keras computes; expected values are worked out by hand from its documentation. */
class KerasLayersTest {
	private static final float TOLERANCE = 1e-5f;

	@TempDir
	private Path folder;

	@Test
	void transposedConvolutionsCutOffAsTensorFlowDoes() throws Exception {
		assertAnswer(transposed("'padding':'valid'"), new float[] { 1, 2 }, 1, 10, 102, 20, 200);
		assertAnswer(transposed("'padding':'same'"), new float[] { 1, 2 }, 1, 10, 102, 20);
		assertAnswer(transposed("'padding':'same','output_padding':[0]"), new float[] { 1, 2 }, 10, 102, 20);
		assertAnswer(transposed("'padding':'valid','output_padding':[1]"), new float[] { 1, 2 }, 1, 10, 102, 20, 200, 0);
	}

	@Test
	void aStrideBeyondTheKernelLeavesGaps() throws Exception {
		Network network = sequential(layer("Conv1DTranspose", "up",
				"'batch_input_shape':[null,2,1],'filters':1,'kernel_size':[1],'strides':[3],'use_bias':false"))
				.weight("up", "up/kernel:0", new int[] { 1, 1, 1 }, 5).read(folder);
		assertAnswer(network, new float[] { 1, 2 }, 5, 0, 0, 10, 0, 0);
	}

	@Test
	void causalConvolutionsSeeThePastOnly() throws Exception {
		Network network = sequential(layer("Conv1D", "conv",
				"'batch_input_shape':[null,3,1],'filters':1,'kernel_size':[2],'padding':'causal'"))
				.weight("conv", "conv/kernel:0", new int[] { 2, 1, 1 }, 1, 10)
				.weight("conv", "conv/bias:0", new int[] { 1 }, 0.5f).read(folder);
		assertAnswer(network, new float[] { 1, 2, 3 }, 10.5f, 21.5f, 32.5f);
	}

	@Test
	void averagesLeaveOutThePadding() throws Exception {
		Network network = sequential(layer("AveragePooling1D", "pool",
				"'batch_input_shape':[null,3,1],'pool_size':[2],'strides':[1],'padding':'same'")).read(folder);
		assertAnswer(network, new float[] { 1, 2, 3 }, 1.5f, 2.5f, 3);
	}

	@Test
	void depthMultipliersPutTheChannelsOfOneInputSideBySide() throws Exception {
		Network network = sequential(layer("DepthwiseConv2D", "conv",
				"'batch_input_shape':[null,1,1,2],'kernel_size':[1,1],'depth_multiplier':2,'use_bias':false"))
				.weight("conv", "conv/depthwise_kernel:0", new int[] { 1, 1, 2, 2 }, 1, 2, 3, 4).read(folder);
		assertAnswer(network, new float[] { 10, 100 }, 10, 20, 300, 400);
	}

	@Test
	void separableConvolutionsBecomeTwoLayers() throws Exception {
		Network network = sequential(layer("SeparableConv2D", "sep",
				"'batch_input_shape':[null,1,1,2],'filters':1,'kernel_size':[1,1],'depth_multiplier':1,'activation':'relu'"))
				.weight("sep", "sep/depthwise_kernel:0", new int[] { 1, 1, 2, 1 }, 2, 3)
				.weight("sep", "sep/pointwise_kernel:0", new int[] { 1, 1, 2, 1 }, 1, -1)
				.weight("sep", "sep/bias:0", new int[] { 1 }, 1).read(folder);
		assertArrayEquals(new float[] { 20, 3 }, answer(network, "sep/depthwise", 10, 1), TOLERANCE);
		assertArrayEquals(new float[] { 18 }, answer(network, "sep/linear", 10, 1), TOLERANCE);
		assertAnswer(network, new float[] { 1, 10 }, 0);
	}

	@Test
	void anActivationIsALayerOfItsOwn() throws Exception {
		Network network = sequential(
				layer("Dense", "top", "'batch_input_shape':[null,1],'units':2,'activation':'softmax'"))
				.weight("top", "top/kernel:0", new int[] { 1, 2 }, 1, -1)
				.weight("top", "top/bias:0", new int[] { 2 }, 0, 0).read(folder);
		assertInstanceOf(Softmax.class, network.layer("top").operation());
		assertEquals("top/linear", network.preSoftmax(network.layer("top")).orElseThrow().name());
		assertArrayEquals(new float[] { 3, -3 }, answer(network, "top/linear", 3), TOLERANCE);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "ReLU | 'max_value':6.0 | -1, 3, 7 | 0, 3, 6",
			"ReLU | 'negative_slope':0.5,'max_value':6 | -1, 3, 7 | -0.5, 3, 6",
			"ReLU | 'threshold':2.0 | 1, 2.5, 7 | 0, 2.5, 7", "LeakyReLU | 'alpha':0.25 | -4, 0, 4 | -1, 0, 4",
			"LeakyReLU | 'negative_slope':0.25 | -4, 0, 4 | -1, 0, 4",
			"ThresholdedReLU | 'theta':1.5 | 1, 2, 3 | 0, 2, 3", "Activation | 'activation':'relu6' | -1, 3, 7 | 0, 3, 6",
			"Activation | 'activation':'softsign' | -1, 0, 1 | -0.5, 0, 0.5",
			"Activation | 'activation':'leaky_relu' | -1, 0, 1 | -0.2, 0, 1",
			"Activation | 'activation':'hard_sigmoid' | -2.5, 1, 5 | 0, 0.7, 1",
			"Activation | 'activation':{'class_name':'ReLU','config':{'max_value':2}} | -1, 1, 5 | 0, 1, 2",
			"Activation | 'activation':{'class_name':'function','module':'builtins','config':'relu6'} | -1, 1, 9 | 0, 1, 6",
			"ZeroPadding1D | 'padding':[1,2] | 1, 2, 3 | 0, 1, 2, 3, 0, 0", "ZeroPadding1D | 'padding':1 | 1, 2, 3 | 0, 1, 2, 3, 0",
			"Cropping1D | 'cropping':[1,0] | 1, 2, 3 | 2, 3", "Cropping1D | 'cropping':[0,2] | 1, 2, 3 | 1",
			"UpSampling1D | 'size':2 | 1, 2, 3 | 1, 1, 2, 2, 3, 3", "GlobalAveragePooling1D | 'keepdims':true | 1, 2, 6 | 3",
			"Rescaling | 'scale':0.5,'offset':-1.0 | 0, 2, 4 | -1, 0, 1",
			"Normalization | 'axis':-1,'mean':[1.0],'variance':[4.0] | 1, 3, 5 | 0, 1, 2",
			"Dropout | 'rate':0.5 | 1, 2, 3 | 1, 2, 3", "SpatialDropout1D | 'rate':0.5 | 1, 2, 3 | 1, 2, 3",
			"Permute | 'dims':[2,1] | 1, 2, 3 | 1, 2, 3", "Reshape | 'target_shape':[1,-1] | 1, 2, 3 | 1, 2, 3",
			"MaxPooling1D | 'pool_size':[2],'strides':null | 1, 2, 3 | 2" })
	void layersWithoutWeightsComputeWhatKerasComputes(String className, String fields, String input, String expected)
			throws Exception {
		Network network = sequential(layer(className, "layer", "'batch_input_shape':[null,3,1]," + fields))
				.read(folder);
		assertAnswer(network, numbers(input), numbers(expected));
	}

	@Test
	void theThirdKerasBendsHardSigmoidElsewhere() throws Exception {
		Network network = sequential(layer("InputLayer", "in", "'batch_shape':[null,2]"),
				layer("Activation", "act", "'activation':'hard_sigmoid'")).version("3.4.1", "jax").read(folder);
		assertAnswer(network, new float[] { -2.4f, 3 }, 0.1f, 1);
	}

	@Test
	void bilinearUpsamplingTakesHalfPixels() throws Exception {
		Network network = sequential(layer("UpSampling2D", "up",
				"'batch_input_shape':[null,1,2,1],'size':[1,2],'interpolation':'bilinear'")).read(folder);
		assertAnswer(network, new float[] { 0, 1 }, 0, 0.25f, 0.75f, 1);
	}

	@Test
	void zeroPaddingTakesAPairAnAxis() throws Exception {
		Network network = sequential(layer("ZeroPadding2D", "pad",
				"'batch_input_shape':[null,1,1,1],'padding':[[0,1],[1,0]]")).read(folder);
		assertAnswer(network, new float[] { 7 }, 0, 7, 0, 0);
	}

	@Test
	void batchNormalizationDoesWithoutScaleAndShift() throws Exception {
		Network network = sequential(layer("BatchNormalization", "bn",
				"'batch_input_shape':[null,1,1,2],'axis':[3],'epsilon':0.0,'scale':false,'center':false"))
				.weight("bn", "bn/moving_mean:0", new int[] { 2 }, 1, 2)
				.weight("bn", "bn/moving_variance:0", new int[] { 2 }, 4, 1).read(folder);
		assertAnswer(network, new float[] { 5, 5 }, 2, 3);
	}

	@Test
	void batchNormalizationAlongTheFirstAxisNormalizesRows() throws Exception {
		Network network = sequential(
				layer("BatchNormalization", "bn", "'batch_input_shape':[null,2,3],'axis':1,'epsilon':0.0"))
				.weight("bn", "bn/gamma:0", new int[] { 2 }, 1, 10).weight("bn", "bn/beta:0", new int[] { 2 }, 0, 1)
				.weight("bn", "bn/moving_mean:0", new int[] { 2 }, 0, 1)
				.weight("bn", "bn/moving_variance:0", new int[] { 2 }, 1, 1).read(folder);
		assertAnswer(network, new float[] { 1, 2, 3, 1, 2, 3 }, 1, 2, 3, 1, 11, 21);
	}

	@Test
	void layerAndGroupNormalizationCenter() throws Exception {
		Network layers = sequential(layer("LayerNormalization", "ln",
				"'batch_input_shape':[null,2],'axis':[1],'epsilon':0.0"))
				.weight("ln", "ln/gamma:0", new int[] { 2 }, 1, 2).weight("ln", "ln/beta:0", new int[] { 2 }, 0, 1)
				.read(folder);
		assertAnswer(layers, new float[] { 1, 3 }, -1, 3);
		Network groups = sequential(layer("GroupNormalization", "gn",
				"'batch_input_shape':[null,1,1,4],'axis':-1,'groups':2,'epsilon':0.0,'scale':false,'center':false"))
				.read(folder);
		assertAnswer(groups, new float[] { 1, 3, 10, 30 }, -1, 1, -1, 1);
	}

	@Test
	void sharedAxesOfSlopesStretch() throws Exception {
		Network network = sequential(layer("PReLU", "prelu", "'batch_input_shape':[null,2,2],'shared_axes':[1]"))
				.weight("prelu", "prelu/alpha:0", new int[] { 1, 2 }, 0.5f, 0.1f).read(folder);
		assertAnswer(network, new float[] { -2, -10, 4, -20 }, -1, -1, 4, -2);
	}

	@ParameterizedTest
	@CsvSource({ "Add,11,22", "Subtract,9,18", "Multiply,10,40", "Average,5.5,11", "Maximum,10,20", "Minimum,1,2" })
	void mergesCombineElementByElement(String className, float first, float second) throws Exception {
		Network network = functional("[null,1,1,2]", "out",
				inbound(layer("Rescaling", "tenfold", "'scale':10"), "in"),
				inbound(layer(className, "out", ""), "tenfold", "in")).read(folder);
		assertAnswer(network, new float[] { 1, 2 }, first, second);
	}

	@Test
	void mergesStretchAVectorOverAPicture() throws Exception {
		Network network = functional("[null,1,2,2]", "out",
				inbound(layer("GlobalMaxPooling2D", "pool", ""), "in"),
				inbound(layer("Multiply", "out", ""), "in", "pool")).read(folder);
		assertAnswer(network, new float[] { 1, 2, 3, 4 }, 3, 8, 9, 16);
	}

	@Test
	void concatenationCountsTheBatchAxis() throws Exception {
		Network network = functional("[null,2,1]", "out",
				inbound(layer("Concatenate", "out", "'axis':1"), "in", "in")).read(folder);
		assertEquals("4x1", network.layer("out").shape().toString());
		assertAnswer(network, new float[] { 1, 2 }, 1, 2, 1, 2);
	}

	/** A model may be saved with its channels first; the kernel is stored the same. */
	@Test
	void channelsFirstModelsAnswerAsThoseWithChannelsLast() throws Exception {
		float[] kernel = noise(3 * 3 * 2 * 4, 1);
		float[] dense = noise(4 * 4 * 5 * 3, 2);
		float[] picture = noise(4 * 5 * 2, 3);
		Network last = convolutional("'batch_input_shape':[null,4,5,2],", "channels_last", kernel, dense, -1)
				.read(folder);
		Network first = convolutional("'batch_input_shape':[null,2,4,5],", "channels_first", kernel, dense, 1)
				.read(folder);
		assertEquals(ChannelOrder.FIRST, first.inputShape().order());
		assertEquals("4x4x5", first.layer("conv").shape().toString());
		float[] turned = StoredOrder.toFile(picture, first.inputShape());
		assertArrayEquals(answer(last, "dense", picture), answer(first, "dense", turned), TOLERANCE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "'data_format':7,'filters':1", "'activation':{'class_name':7},'filters':1", "'filters':[]" })
	void wrongSettingsNameTheLayerAndTheFile(String fields) throws Exception {
		Path file = sequential(layer("Conv1D", "conv", "'batch_input_shape':[null,3,1],'kernel_size':[1]," + fields))
				.weight("conv", "conv/kernel:0", new int[] { 1, 1, 1 }, 1)
				.weight("conv", "conv/bias:0", new int[] { 1 }, 1).write(folder.resolve("wrong.h5"));
		var trouble = assertThrows(StarfishException.class, () -> new KerasImporter().read(file, Progress.NONE));
		assertTrue(trouble.getMessage().startsWith("Layer 'conv' (Conv1D) of wrong.h5 "), trouble.getMessage());
	}

	private static KerasBuilder convolutional(String input, String order, float[] kernel, float[] dense, int axis) {
		String format = "'data_format':'%s'".formatted(order);
		return sequential(
				layer("Conv2D", "conv", input + "'filters':4,'kernel_size':[3,3],'padding':'same','use_bias':false,"
						+ format),
				layer("BatchNormalization", "bn", "'axis':%d,'center':false".formatted(axis)),
				layer("MaxPooling2D", "pool", "'pool_size':[1,1]," + format), layer("Flatten", "flatten", format),
				layer("Dense", "dense", "'units':3,'use_bias':false")).weight("conv", "k", new int[] { 3, 3, 2, 4 }, kernel)
				.weight("bn", "gamma", new int[] { 4 }, 1, 2, 3, 4)
				.weight("bn", "moving_mean", new int[] { 4 }, 0.5f, 0, 0, 0)
				.weight("bn", "moving_variance", new int[] { 4 }, 1, 1, 2, 2)
				.weight("dense", "k", new int[] { 80, 3 }, dense);
	}

	private Network transposed(String fields) throws Exception {
		return sequential(layer("Conv1DTranspose", "up",
				"'batch_input_shape':[null,2,1],'filters':1,'kernel_size':[3],'strides':[2],'use_bias':false," + fields))
				.weight("up", "up/kernel:0", new int[] { 3, 1, 1 }, 1, 10, 100).read(folder);
	}

	static float[] noise(int count, long seed) {
		var random = new Random(seed);
		float[] values = new float[count];
		for (int i = 0; i < count; i++) {
			values[i] = (float) random.nextGaussian();
		}
		return values;
	}

	/** What a layer answers to one example, in the order of the file. */
	static float[] answer(Network network, String name, float... input) throws StarfishException {
		Layer layer = network.layer(name);
		var request = new PlanRequest(Set.of(layer), network.inputShape(), 1, false);
		try (Plan plan = Engine.compile(network, request)) {
			plan.forward(StoredOrder.of(input, network.inputShape()));
			return StoredOrder.toFile(plan.activation(layer), plan.shape(layer));
		}
	}

	private static void assertAnswer(Network network, float[] input, float... expected) throws StarfishException {
		assertArrayEquals(expected, answer(network, network.outputs().get(0), input), TOLERANCE);
	}

	static float[] numbers(String list) {
		String[] parts = list.split(",");
		float[] numbers = new float[parts.length];
		for (int i = 0; i < parts.length; i++) {
			numbers[i] = Float.parseFloat(parts[i].strip());
		}
		return numbers;
	}
}
