// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.network.Network;

class Dl4jHostileTest {
	/** 3x3 convolution of 2 channels into 3 with bias, then 3 * 4 values into 5. */
	private static final int PARAMETERS = 3 + 3 * 2 * 9 + 12 * 5 + 5;

	@TempDir
	Path folder;

	/** Does what no reader of a model must ever let happen. */
	public static final class Trap implements Serializable {
		private static final long serialVersionUID = 1L;

		/** What JSON would call. */
		public Trap() {
			Dl4jHostileTest.sprung = true;
		}

		private void readObject(ObjectInputStream in) {
			Dl4jHostileTest.sprung = true;
		}
	}

	static boolean sprung;

	@Test
	void aGoodFileOpens() throws Exception {
		Network network = read(file(configuration(), array(PARAMETERS)));
		assertEquals(PARAMETERS, network.parameters());
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.starfish.core.importing.dl4j.Dl4jHostileTest$Trap", "java.lang.Runtime",
			"org.deeplearning4j.nn.conf.layers.samediff.SameDiffLambdaLayer",
			"org.deeplearning4j.nn.modelimport.keras.layers.core.KerasLambda", "javax.script.ScriptEngineManager", "Trap" })
	void classesThatAreNotDl4jsOwnAreNotLoaded(String name) throws Exception {
		for (String key : new String[] { "\"org.deeplearning4j.nn.conf.layers.ConvolutionLayer\"",
				"\"org.nd4j.linalg.activations.impl.ActivationReLU\"",
				"\"org.deeplearning4j.nn.weights.WeightInitXavier\"",
				"\"org.nd4j.linalg.learning.config.Sgd\"" }) {
			assertTrue(configuration().contains(key), key);
			String mutated = configuration().replace(key, '"' + name + '"');
			assertRefused(file(mutated, array(PARAMETERS)), "none of DL4J's own");
		}
		assertFalse(sprung);
	}

	@Test
	void classNamesHiddenInEscapesOrBehindOthersAreFound() throws Exception {
		String trap = Trap.class.getName();
		String good = "\"@class\" : \"org.nd4j.linalg.activations.impl.ActivationReLU\"";
		for (String hidden : new String[] { "\"\\u0040class\" : \"" + trap + "\"", good + ", \"@class\" : \"" + trap + "\"",
				"\"@class\" : \"" + trap.replace("o", "\\u006f") + "\"", "\"type\" : \"" + trap + "\"" }) {
			Path file = file(configuration().replace(good, hidden), array(PARAMETERS));
			assertRefused(file, "");
		}
		assertFalse(sprung);
	}

	@Test
	void wrapperNamesThatAreClassesAreRefused() throws Exception {
		String wrapped = "{\"confs\":[{\"layer\":{\"" + Trap.class.getName() + "\":{\"nin\":1}}}]}";
		assertRefused(file(wrapped, array(1)), "none of DL4J's own");
	}

	@Test
	void serializedEntriesAreNotRead() throws Exception {
		var bytes = new ByteArrayOutputStream();
		try (var out = new ObjectOutputStream(bytes)) {
			out.writeObject(new Trap());
		}
		sprung = false;
		Path file = folder.resolve("serialized.zip");
		try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
			put(zip, "configuration.json", configuration().getBytes(StandardCharsets.UTF_8));
			put(zip, "coefficients.bin", array(PARAMETERS));
			put(zip, "updater.bin", bytes.toByteArray());
			put(zip, "normalizer.bin", bytes.toByteArray());
			put(zip, "preprocessor.bin", bytes.toByteArray());
		}
		assertEquals(PARAMETERS, read(file).parameters());
		assertFalse(sprung);
		Path serialized = file(configuration(), bytes.toByteArray());
		assertRefused(serialized, "damaged");
		assertFalse(sprung);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, PARAMETERS - 1, PARAMETERS + 1 })
	void anotherNumberOfParametersIsRefused(int count) throws Exception {
		assertRefused(file(configuration(), array(count)), "parameters");
	}

	@Test
	void parametersThatEndTooSoonAreRefused() throws Exception {
		byte[] whole = array(PARAMETERS);
		for (int length = 0; length < whole.length; length += 7) {
			assertRefused(file(configuration(), Arrays.copyOf(whole, length)), "");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "1000000", "1000000000", "4611686018427387904", "-3", "0" })
	void impossibleSizesAreRefusedBeforeAnythingIsAllocated(String size) throws Exception {
		assertRefused(file(configuration().replace("\"nout\" : 3", "\"nout\" : " + size), array(PARAMETERS)), "");
		assertRefused(file(configuration().replace("[ 3, 3 ]", "[ " + size + ", 3 ]"), array(PARAMETERS)), "");
	}

	@Test
	void zipBombsAreNotUnpacked() throws Exception {
		Path file = folder.resolve("bomb.zip");
		String many = configuration().replace("\"nout\" : 5", "\"nout\" : 2000000");
		try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
			put(zip, "configuration.json", many.getBytes(StandardCharsets.UTF_8));
			zip.putNextEntry(new ZipEntry("coefficients.bin"));
			zip.write(array(0));
			byte[] zeros = new byte[1 << 20];
			for (int i = 0; i < 120; i++) {
				zip.write(zeros);
			}
			zip.closeEntry();
		}
		assertTrue(Files.size(file) < 1 << 20);
		assertRefused(file, "unpack");
	}

	@Test
	void bloatedConfigurationsAreNotUnpacked() throws Exception {
		Path file = folder.resolve("bloated.zip");
		try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
			zip.putNextEntry(new ZipEntry("configuration.json"));
			byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
			for (int i = 0; i < 100; i++) {
				zip.write(blanks);
			}
			zip.closeEntry();
		}
		assertRefused(file, "unpack");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "null", "{", "{\"confs\":[]}", "{\"confs\":7}", "{\"confs\":[null]}", "{\"confs\":[{}]}",
			"{\"vertices\":{}}", "{\"vertices\":{},\"networkInputs\":[\"a\"],\"networkOutputs\":[\"a\"]}" })
	void otherJsonIsRefused(String json) throws Exception {
		assertRefused(file(json, array(1)), "");
	}

	@Test
	void jsonThatNestsDeeplyIsRefused() throws Exception {
		String deep = "{\"confs\":".repeat(100_000) + "1" + "}".repeat(100_000);
		assertRefused(file(deep, array(1)), "");
	}

	/** Puts nonsense in the place of every value of real configurations, one at a time. */
	@Test
	void nonsenseInTheConfigurationDoesNoHarm() throws Exception {
		List<JsonElement> nonsense = List.of(JsonNull.INSTANCE, new JsonPrimitive(-1), new JsonPrimitive(0),
				new JsonPrimitive(Integer.MAX_VALUE), new JsonPrimitive(1L << 62), new JsonPrimitive(1e300),
				new JsonPrimitive("x"), new JsonArray(), new JsonObject(), new JsonPrimitive(true));
		for (String configuration : List.of(configuration(), graph())) {
			byte[] parameters = array(PARAMETERS);
			int places = places(JsonParser.parseString(configuration)).size();
			for (int place = 0; place < places; place++) {
				JsonElement root = JsonParser.parseString(configuration);
				places(root).get(place).accept(nonsense.get(place % nonsense.size()));
				try {
					read(file(root.toString(), parameters));
				} catch (StarfishException e) {
					assertSentence(e.getMessage(), "model.zip");
				}
			}
		}
	}

	/** What replaces each value in a tree. */
	private static List<Consumer<JsonElement>> places(JsonElement element) {
		List<Consumer<JsonElement>> places = new ArrayList<>();
		if (element instanceof JsonObject object) {
			for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
				places.add(entry::setValue);
				places.addAll(places(entry.getValue()));
			}
		} else if (element instanceof JsonArray array) {
			for (int i = 0; i < array.size(); i++) {
				int index = i;
				places.add(value -> array.set(index, value));
				places.addAll(places(array.get(i)));
			}
		}
		return places;
	}

	@Test
	void aFirstLayerWithoutInputsIsNamed() throws Exception {
		String json = configuration().replaceAll("\"nin\" *: *2", "\"nin\":0");
		assertRefused(file(json, array(PARAMETERS - 3 * 3 * 2 * 3)), "Layer 'layer0' (ConvolutionLayer) of model.zip cannot be opened");
	}

	@Test
	void cyclesAreRefused() throws Exception {
		String vertex = "{\"@class\":\"org.deeplearning4j.nn.conf.graph.ScaleVertex\",\"scaleFactor\":2.0}";
		String json = "{\"networkInputs\":[\"in\"],\"networkOutputs\":[\"b\"],\"vertices\":{\"a\":" + vertex + ",\"b\":"
				+ vertex + "},\"vertexInputs\":{\"a\":[\"b\"],\"b\":[\"a\"]}}";
		assertRefused(file(json, array(1)), "cycle");
	}

	@Test
	void recurrentLayersAreRefusedByName() throws Exception {
		String json = new NeuralNetConfiguration.Builder().list().layer(new LSTM.Builder().nIn(2).nOut(3).build())
				.validateOutputLayerConfig(false).build().toJson();
		assertRefused(file(json, array(4 * 3 * (2 + 3 + 1))), "(LSTM)");
	}

	private void assertRefused(Path file, String part) {
		var trouble = assertThrows(StarfishException.class, () -> read(file));
		String sentence = trouble.getMessage();
		assertTrue(sentence.contains(part), sentence);
		assertSentence(sentence, file.getFileName().toString());
	}

	private static void assertSentence(String sentence, String file) {
		assertTrue(sentence.contains(file), sentence);
		assertTrue(sentence.endsWith(".") && !sentence.contains("\n") && sentence.length() < 300, sentence);
	}

	private static Network read(Path file) throws Exception {
		return new Dl4jImporter().read(file, Progress.NONE);
	}

	private static String configuration() {
		return new NeuralNetConfiguration.Builder().list()
				.layer(new Convolution2D.Builder(3, 3).nIn(2).nOut(3).activation(Activation.RELU).build())
				.layer(new OutputLayer.Builder().nOut(5).activation(Activation.SOFTMAX).build())
				.setInputType(InputType.convolutional(4, 4, 2)).build().toJson();
	}

	private static String graph() {
		return new NeuralNetConfiguration.Builder().graphBuilder().addInputs("in")
				.setInputTypes(InputType.convolutional(4, 4, 2))
				.addLayer("conv", new Convolution2D.Builder(3, 3).nOut(3).activation(Activation.RELU).build(), "in")
				.addVertex("scale", new ScaleVertex(2), "conv").addVertex("merge", new MergeVertex(), "scale")
				.addLayer("out", new OutputLayer.Builder().nOut(5).activation(Activation.SOFTMAX).build(), "merge")
				.setOutputs("out").build().toJson();
	}

	private Path file(String configuration, byte[] coefficients) throws IOException {
		Path file = folder.resolve("model.zip");
		try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
			put(zip, "configuration.json", configuration.getBytes(StandardCharsets.UTF_8));
			put(zip, "coefficients.bin", coefficients);
		}
		return file;
	}

	private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(bytes);
		zip.closeEntry();
	}

	/** A vector of ones, as ND4J writes it. */
	private static byte[] array(int count) throws IOException {
		OutputStream bytes = new ByteArrayOutputStream();
		try (var out = new DataOutputStream(bytes)) {
			out.writeUTF("MIXED_DATA_TYPES");
			out.writeLong(8);
			out.writeUTF("LONG");
			for (long part : new long[] { 2, 1, count, count, 1, 0x2000, 1, 'c' }) {
				out.writeLong(part);
			}
			out.writeUTF("MIXED_DATA_TYPES");
			out.writeLong(count);
			out.writeUTF("FLOAT");
			for (int i = 0; i < count; i++) {
				out.writeFloat(1);
			}
		}
		return ((ByteArrayOutputStream) bytes).toByteArray();
	}
}
