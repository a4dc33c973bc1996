// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import org.starfish.core.Progress;
import org.starfish.core.engine.Engine;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.operation.Dense;
import org.starfish.testkit.TestData;

class Dl4jModelsTest {
	@ParameterizedTest
	@ValueSource(strings = { "lenet_mnist.dl4j.zip", "lenet_mnist_old_format.dl4j.zip" })
	void everyLayerOfLenetAnswersAsInDl4j(String name) throws Exception {
		Path file = TestData.model(name);
		Network network = read(file);
		assertEquals("1x28x28", network.inputShape().toString());
		Engine.description();
		MultiLayerNetwork reference = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), false);
		INDArray input = Comparison.noise(network.inputShape(), 2, 1);
		List<INDArray> expected = reference.feedForward(input.reshape(2, 784), false);
		for (int i = 0; i < reference.getnLayers(); i++) {
			Comparison.assertOutput(network, "layer" + i, input, expected.get(i + 1));
		}
	}

	@Test
	void theGradientOfLenetIsThatOfDl4j() throws Exception {
		Path file = TestData.model("lenet_mnist.dl4j.zip");
		Network network = read(file);
		Engine.description();
		MultiLayerNetwork reference = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), false);
		MultiLayerNetwork exact = reference.convertDataType(DataType.DOUBLE);
		INDArray input = Comparison.noise(network.inputShape(), 1, 2);
		INDArray seed = Nd4j.randn(3L, new long[] { 1, 10 });
		INDArray expected = Comparison.gradient(noise -> exact.output(noise, false), input, seed);
		Comparison.assertGradient(network, input, seed, expected);
	}

	@Test
	void valuesBeforeTheSoftmaxAreFound() throws Exception {
		Network network = read(TestData.model("lenet_mnist.dl4j.zip"));
		Layer before = network.preSoftmax(network.layer("layer5")).orElseThrow();
		assertEquals("layer5/linear", before.name());
	}

	/** The file says that 28x28 pictures are flattened, but has a dense layer for 26x26. DL4J opens, but never runs it. */
	@Test
	void theOldRegressionModelAnswersAsInDl4j() throws Exception {
		Path file = TestData.model("regression_080_cnn.dl4j.zip");
		Network network = read(file);
		assertEquals("3x26x26", network.inputShape().toString());
		Engine.description();
		MultiLayerNetwork reference = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), false);
		reference.getLayerWiseConfigurations().getInputPreProcessors().put(2,
				new CnnToFeedForwardPreProcessor(26, 26, 3));
		INDArray input = Comparison.noise(network.inputShape(), 1, 4);
		List<INDArray> expected = reference.feedForward(input, false);
		for (int i = 0; i < reference.getnLayers(); i++) {
			Comparison.assertOutput(network, "layer" + i, input, expected.get(i + 1));
		}
	}

	@Test
	void theSyntheticNetworkGivesItsStoredOutput() throws Exception {
		Network network = read(TestData.model("SyntheticCNN_100b4.bin"));
		Engine.description();
		INDArray input = array("SyntheticCNN_Input_100b4.bin");
		INDArray expected = array("SyntheticCNN_Output_100b4.bin");
		Comparison.assertOutput(network, "layer9", input, expected);
	}

	/** Until 0.7.1 activations and losses were written as words. */
	@Test
	void activationsThatAreWordsAreUnderstood(@TempDir Path folder) throws Exception {
		Path file = TestData.model("lenet_mnist_old_format.dl4j.zip");
		Path older = folder.resolve("older.zip");
		try (var in = new ZipInputStream(Files.newInputStream(file));
				var out = new ZipOutputStream(Files.newOutputStream(older))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				out.putNextEntry(new ZipEntry(entry.getName()));
				byte[] bytes = in.readAllBytes();
				out.write(entry.getName().equals("configuration.json") ? aged(bytes) : bytes);
			}
		}
		Network network = read(older);
		Network newer = read(file);
		assertEquals(newer.layers().stream().map(Layer::kind).toList(), network.layers().stream().map(Layer::kind).toList());
		assertArrayEquals(((Dense) newer.layer("layer4/linear").operation()).weights().values(),
				((Dense) network.layer("layer4/linear").operation()).weights().values());
	}

	private static byte[] aged(byte[] configuration) {
		return new String(configuration, StandardCharsets.UTF_8)
				.replaceAll("\"activationFn\" : \\{\\s*\"(\\w+)\" : \\{ *}\\s*}", "\"activationFunction\" : \"$1\"")
				.replaceAll("\"lossFn\" : \\{\\s*\"\\w+\" : \\{ *}\\s*},", "").getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void onlyModelsMatch() throws IOException {
		assertTrue(matches("SyntheticCNN_100b4.bin"));
		assertTrue(matches("regression_080_cnn.dl4j.zip"));
		assertTrue(!matches("SyntheticCNN_Input_100b4.bin"));
		assertTrue(!matches("fer2013_mini_XCEPTION.keras"));
		assertTrue(!matches("googlenet.onnx"));
	}

	private static boolean matches(String name) throws IOException {
		Path file = TestData.model(name);
		try (InputStream in = Files.newInputStream(file)) {
			return new Dl4jImporter().matches(file, in.readNBytes(4096));
		}
	}

	private static Network read(Path file) throws Exception {
		return new Dl4jImporter().read(file, Progress.NONE);
	}

	private static INDArray array(String name) throws IOException {
		try (var in = new DataInputStream(Files.newInputStream(TestData.model(name)))) {
			return Nd4j.read(in);
		}
	}
}
