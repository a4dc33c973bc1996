// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.starfish.core.importing.keras.KerasBuilder.layer;
import static org.starfish.core.importing.keras.KerasBuilder.sequential;

import java.nio.file.Path;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.starfish.core.network.Network;

/** The everyday layers of convolutional networks, computed by hand. */
class KerasLayerKindsTest {
	private static final float TOLERANCE = 1e-5f;
	private static final float[] POINTS = { -3.5f, -1, -0.25f, 0, 0.5f, 1, 4 };
	/** Four by four, row by row: 1 to 16. */
	private static final float[] PICTURE = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 };
	private static final String PICTURE_INPUT = "'batch_input_shape':[null,4,4,1],";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "linear", "relu", "relu6", "elu", "selu", "celu", "gelu", "silu", "swish", "mish",
			"hard_silu", "hard_swish", "hard_tanh", "sigmoid", "log_sigmoid", "tanh", "softplus", "soft_sign",
			"exponential" })
	void activationsAreComputed(String name) throws Exception {
		DoubleUnaryOperator function = switch (name) {
		case "linear" -> v -> v;
		case "relu" -> v -> Math.max(0, v);
		case "relu6" -> v -> Math.clamp(v, 0, 6);
		case "elu", "celu" -> v -> v > 0 ? v : Math.expm1(v);
		case "selu" -> v -> 1.05070098735548 * (v > 0 ? v : 1.67326324235438 * Math.expm1(v));
		case "gelu" -> v -> v * normal(v);
		case "silu", "swish" -> v -> v / (1 + Math.exp(-v));
		case "mish" -> v -> v * Math.tanh(Math.log1p(Math.exp(v)));
		case "hard_silu", "hard_swish" -> v -> v * Math.clamp(v / 6 + 0.5, 0, 1);
		case "hard_tanh" -> v -> Math.clamp(v, -1, 1);
		case "sigmoid" -> v -> 1 / (1 + Math.exp(-v));
		case "log_sigmoid" -> v -> -Math.log1p(Math.exp(-v));
		case "tanh" -> Math::tanh;
		case "softplus" -> v -> Math.log1p(Math.exp(v));
		case "soft_sign" -> v -> v / (1 + Math.abs(v));
		default -> Math::exp;
		};
		float[] expected = new float[POINTS.length];
		for (int i = 0; i < expected.length; i++) {
			expected[i] = (float) function.applyAsDouble(POINTS[i]);
		}
		float[] actual = answer(sequential(layer("Activation", "layer",
				"'batch_input_shape':[null,7],'activation':'%s'".formatted(name))).read(folder), POINTS);
		for (int i = 0; i < expected.length; i++) {
			assertEquals(expected[i], actual[i], 1e-4 * Math.max(1, Math.abs(expected[i])), name + " of " + POINTS[i]);
		}
	}

	/** The normal distribution function, by the series of its integral. */
	private static double normal(double x) {
		double sum = 0;
		double term = x;
		for (int n = 0; n < 80; n++) {
			sum += term / (2 * n + 1);
			term *= -x * x / (2 * (n + 1));
		}
		return 0.5 + sum / Math.sqrt(2 * Math.PI);
	}

	@Test
	void softmaxIsTakenAlongTheLastAxis() throws Exception {
		float[] y = answer(sequential(layer("Softmax", "layer", "'batch_input_shape':[null,2,2],'axis':-1")).read(folder),
				0, 0, 1, 1);
		assertArrayEquals(new float[] { 0.5f, 0.5f, 0.5f, 0.5f }, y, TOLERANCE);
		y = answer(sequential(layer("Activation", "layer", "'batch_input_shape':[null,2],'activation':'log_softmax'"))
				.read(folder), 3, 3);
		assertArrayEquals(new float[] { (float) -Math.log(2), (float) -Math.log(2) }, y, TOLERANCE);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "MaxPooling2D | 'pool_size':[2,2],'strides':[2,2],'padding':'valid' | 6, 8, 14, 16",
			"MaxPooling2D | 'pool_size':[3,3],'strides':[2,2],'padding':'same' | 11, 12, 15, 16",
			"AveragePooling2D | 'pool_size':[2,2],'strides':[2,2],'padding':'valid' | 3.5, 5.5, 11.5, 13.5",
			"AveragePooling2D | 'pool_size':[3,3],'strides':[2,2],'padding':'same' | 6, 7.5, 12, 13.5",
			"GlobalAveragePooling2D | 'trainable':true | 8.5", "GlobalMaxPooling2D | 'trainable':true | 16",
			"Cropping2D | 'cropping':[[1,0],[2,1]] | 7, 11, 15",
			"UpSampling2D | 'size':[1,2],'interpolation':'nearest' | 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, "
					+ "9, 9, 10, 10, 11, 11, 12, 12, 13, 13, 14, 14, 15, 15, 16, 16",
			"Flatten | 'trainable':true | 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16",
			"Permute | 'dims':[2,1,3] | 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15, 4, 8, 12, 16",
			"GaussianNoise | 'stddev':0.1 | 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16",
			"SpatialDropout2D | 'rate':0.5 | 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16" })
	void layersWithoutWeightsChangePictures(String className, String fields, String expected) throws Exception {
		Network network = sequential(layer(className, "layer", PICTURE_INPUT + fields)).read(folder);
		assertArrayEquals(KerasLayersTest.numbers(expected), answer(network, PICTURE), TOLERANCE);
	}

	/** The kernel adds what lies above left and ten times what lies below right. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "'strides':[1,1],'padding':'valid' | 61, 72, 83, 105, 116, 127, 149, 160, 171",
			"'strides':[2,2],'padding':'valid' | 61, 83, 149, 171", "'strides':[2,2],'padding':'same' | 61, 83, 149, 171",
			"'strides':[1,1],'dilation_rate':[2,2],'padding':'valid' | 111, 122, 155, 166" })
	void convolutionsStrideAndDilate(String fields, String expected) throws Exception {
		Network network = sequential(layer("Conv2D", "layer",
				PICTURE_INPUT + "'filters':1,'kernel_size':[2,2],'use_bias':false," + fields))
				.weight("layer", "kernel:0", new int[] { 2, 2, 1, 1 }, 1, 0, 0, 10).read(folder);
		assertArrayEquals(KerasLayersTest.numbers(expected), answer(network, PICTURE), TOLERANCE);
	}

	@Test
	void groupsSeeTheirOwnChannelsOnly() throws Exception {
		Network network = sequential(layer("Conv2D", "layer", "'batch_input_shape':[null,1,1,4],'filters':2,"
				+ "'kernel_size':[1,1],'groups':2,'use_bias':false"))
				.weight("layer", "kernel:0", new int[] { 1, 1, 2, 2 }, 1, 2, 3, 4).read(folder);
		assertArrayEquals(new float[] { 1 * 1 + 3 * 10, 2 * 100 + 4 * 1000 }, answer(network, 1, 10, 100, 1000), TOLERANCE);
	}

	@Test
	void slopesBelongToChannels() throws Exception {
		Network network = sequential(layer("PReLU", "layer", "'batch_input_shape':[null,1,2,2],'shared_axes':[1,2]"))
				.weight("layer", "alpha:0", new int[] { 1, 1, 2 }, 0.5f, 0.25f).read(folder);
		assertArrayEquals(new float[] { -2, -1, 4, 4 }, answer(network, -4, -4, 4, 4), TOLERANCE);
	}

	private static float[] answer(Network network, float... input) throws Exception {
		return KerasLayersTest.answer(network, network.outputs().get(0), input);
	}
}
