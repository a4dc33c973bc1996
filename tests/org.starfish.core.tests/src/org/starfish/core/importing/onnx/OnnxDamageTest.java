// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.starfish.core.importing.onnx.OnnxBuilder.ints;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.testkit.TestData;

import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataType;

/** Models that are damaged, hostile or beyond us end in one sentence that names what is wrong. */
class OnnxDamageTest {
	@TempDir
	Path folder;

	private static OnnxBuilder model() {
		return new OnnxBuilder(13).input("x", 1, 3, 4, 4);
	}

	private void assertRefused(String sentence, OnnxBuilder model) {
		assertEquals(sentence, assertThrows(StarfishException.class, () -> model.read(folder)).getMessage());
	}

	@ParameterizedTest
	@ValueSource(strings = { "QuantizeLinear", "DequantizeLinear", "QLinearConv", "ConvInteger", "MatMulInteger",
			"DynamicQuantizeLinear" })
	void quantizedOperatorsAreRefusedByName(String operator) {
		assertRefused(
				"Layer 'y' (%s) of model.onnx is quantized, which Starfish cannot run; ".formatted(operator)
						+ "export the model with float32 or float16 weights.",
				model().node(operator, "x", "y").output("y"));
	}

	@Test
	void unknownOperatorsAreRefusedByName() {
		assertRefused(
				"Layer 'n' (Foo) of model.onnx uses an operator that Starfish does not have; "
						+ "export the model without it, or cut it off before this layer.",
				model().named("n", "Foo", "x", "y").node("Relu", "y", "z").output("z"));
	}

	@Test
	void operatorsOfOtherDomainsAreRefusedByName() {
		assertRefused(
				"Layer 'y' (FusedConv) of model.onnx uses an operator of the domain 'com.microsoft', of which "
						+ "Starfish knows none; export the model with ONNX's own operators.",
				model().inDomain("com.microsoft", "FusedConv", "x", "y").output("y"));
	}

	@Test
	void branchesAreRefused() {
		assertRefused(
				"Layer 'y' (Loop) of model.onnx branches or repeats, which Starfish cannot; "
						+ "export the model with a fixed input size, or simplify it.",
				model().node("Loop", "x", "y").output("y"));
	}

	@Test
	void attentionIsRefused() {
		assertRefused(
				"Layer 'y' (MatMul) of model.onnx multiplies two matrices that both depend on the picture, "
						+ "as attention does, which Starfish cannot; use a convolutional network.",
				model().node("MatMul", "x x", "y").output("y"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 6, 22 })
	void otherOpsetsAreRefused(int opset) {
		assertRefused(
				"model.onnx uses opset %d of ONNX; Starfish reads opset 7 to 21, so export the model with one of these."
						.formatted(opset),
				new OnnxBuilder(opset).input("x", 1, 3, 4, 4).node("Relu", "x", "y").output("y"));
	}

	@Test
	void cyclesAreRefused() {
		assertRefused(
				"Layer 'b' (Relu) of model.onnx depends on its own output; only graphs without cycles can be opened.",
				model().node("Add", "x b", "a").node("Relu", "a", "b").output("b"));
	}

	@Test
	void missingWeightsAreNamed() {
		assertRefused("Layer 'y' (Conv) of model.onnx reads 'w', which the file does not hold; "
				+ "export the model again with all its weights.", model().node("Conv", "x w", "y").output("y"));
	}

	@Test
	void severalInputsAreNamed() {
		assertRefused(
				"model.onnx has several inputs (x, z); export it with the picture as its only input and everything "
						+ "else as constants.",
				model().input("z", 1, 3, 4, 4).node("Add", "x z", "y").output("y"));
	}

	@Test
	void inputsThatAreNoPicturesAreRefused() {
		assertRefused(
				"The input 'x' of model.onnx takes int64 values, not a picture; Starfish opens networks that take "
						+ "real numbers.",
				new OnnxBuilder(13).typedInput("x", DataType.INT64_VALUE, 1, 16).node("Relu", "x", "y").output("y"));
	}

	@Test
	void weightsOfTheWrongSizeAreRefused() {
		assertRefused("The tensor 'w' of model.onnx should hold 12 values and holds 11; get a fresh copy of it.",
				model().floats("w", new int[] { 4, 3, 1, 1 }, new float[11]).node("Conv", "x w", "y").output("y"));
	}

	@Test
	void absurdSizesAreRefused() {
		TensorProto huge = OnnxBuilder.header("w", DataType.FLOAT_VALUE, 1 << 30, 1 << 30, 1 << 30, 1 << 30).build();
		assertRefused(
				"The tensor 'w' of model.onnx has the impossible shape [1073741824, 1073741824, 1073741824, "
						+ "1073741824]; get a fresh copy of it.",
				model().tensor(huge).node("Conv", "x w", "y").output("y"));
		assertRefused("The input 'x' of model.onnx is too large; get a fresh copy of the file or fix the input's size.",
				new OnnxBuilder(13).input("x", 1, 1 << 30, 1 << 30, 1 << 30).node("Relu", "x", "y").output("y"));
		assertRefused(
				"Layer 'big' (ConstantOfShape) of model.onnx computes something impossible from constants, "
						+ "so the file is damaged.",
				model().longs("s", 1 << 30, 1 << 30).node("ConstantOfShape", "s", "big").node("Add", "x big", "y")
						.output("y"));
	}

	@Test
	void constantsThatDoubleAgainAndAgainAreRefused() {
		OnnxBuilder model = model().noise("c0", 64, 1024);
		for (int i = 0; i < 40; i++) {
			model.node("Concat", "c" + i + " c" + i, "c" + (i + 1), OnnxBuilder.integer("axis", 0));
		}
		String message = assertThrows(StarfishException.class,
				() -> model.node("Add", "x c40", "y").output("y").read(folder)).getMessage();
		assertTrue(message.endsWith("computes too many constants; simplify the model before exporting it."), message);
	}

	@Test
	void constantsThatAreUsedAgainAndAgainAreComputedOnce() throws Exception {
		OnnxBuilder model = model().scalar("c0", 0);
		for (int i = 0; i < 60; i++) {
			model.node("Add", "c" + i + " c" + i, "c" + (i + 1));
		}
		assertEquals(2, model.node("Add", "x c60", "y").output("y").read(folder).layers().size());
	}

	@Test
	void deepGraphsAreRead() throws Exception {
		OnnxBuilder model = new OnnxBuilder(13).input("v0", 1, 3, 4, 4);
		for (int i = 0; i < 20_000; i++) {
			model.node("Relu", "v" + i, "v" + (i + 1));
		}
		assertEquals(20_001, model.output("v20000").read(folder).layers().size());
	}

	@Test
	void graphsThatMixTheImagesOfABatchAreRefused() {
		assertRefused(
				"Layer 'y' (Reshape) of model.onnx reshapes to [3, 16], which does not keep the images of a batch "
						+ "apart; export the model so that the batch stays the first axis.",
				model().longs("s", 3, 16).node("Reshape", "x s", "y").output("y"));
		assertRefused(
				"Layer 'y' (Transpose) of model.onnx moves the batch away from the first axis, which Starfish cannot; "
						+ "export the model without.",
				model().node("Transpose", "x", "y", ints("perm", 1, 0, 2, 3)).output("y"));
	}

	@Test
	void shapesThatDoNotFitNameTheLayer() {
		String message = assertThrows(StarfishException.class,
				() -> model().noise("w", 4, 5, 1, 1).named("n", "Conv", "x w", "y").output("y").read(folder))
				.getMessage();
		assertTrue(message.startsWith("Layer 'n' (Convolution) of model.onnx cannot take an input of shape [3x4x4]"),
				message);
	}

	@Test
	void namesCannotBreakTheSentence() {
		String message = assertThrows(StarfishException.class,
				() -> model().named("a\nb", "Fo\to", "x", "y").output("y").read(folder)).getMessage();
		assertTrue(message.startsWith("Layer 'a?b' (Fo?o) of model.onnx"), message);
	}

	@Test
	void emptyFilesAndTextsNamedOnnxAreRefused() throws Exception {
		Path empty = Files.createFile(folder.resolve("empty.onnx"));
		Path text = Files.writeString(folder.resolve("text.onnx"),
				"Lorem ipsum dolor sit amet, consectetur adipiscing");
		for (Path file : new Path[] { empty, text }) {
			assertTrue(new OnnxImporter().matches(file, Files.readAllBytes(file)), file + " is taken by its name");
			String message = assertThrows(StarfishException.class, () -> new OnnxImporter().read(file, Progress.NONE))
					.getMessage();
			assertTrue(message.startsWith(file.getFileName().toString()) && message.contains("no ONNX"), message);
		}
	}

	@Test
	void modelsAreRecognizedByContent() throws Exception {
		byte[] bytes = model().node("Relu", "x", "y").output("y").bytes();
		var importer = new OnnxImporter();
		assertTrue(importer.matches(Path.of("model"), bytes));
		assertTrue(importer.matches(Path.of("model"), Arrays.copyOf(bytes, 20)));
		assertFalse(importer.matches(Path.of("model"), "A text of some length".getBytes(StandardCharsets.UTF_8)));
		assertFalse(importer.matches(Path.of("model.onnx"), new byte[] { (byte) 0x89, 'H', 'D', 'F', '\r', '\n' }));
		assertFalse(importer.matches(Path.of("model.onnx"), new byte[] { 'P', 'K', 3, 4, 0, 0 }));
		assertFalse(importer.matches(Path.of("model"), new byte[0]));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mnist-8.onnx", "resnet20_cifar10.onnx" })
	void damagedBytesOpenOrEndInOneSentence(String name) throws IOException {
		byte[] good = Files.readAllBytes(TestData.model(name));
		var random = new Random(7);
		for (int i = 0; i < 200; i++) {
			byte[] bytes = good.clone();
			if (i % 4 == 0) {
				bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
			} else {
				// What is not weights is at the end, and between them.
				int reach = i % 4 == 1 ? bytes.length : 4000;
				for (int flips = 1 + random.nextInt(6); flips > 0; flips--) {
					bytes[bytes.length - 1 - random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
				}
			}
			Path file = Files.write(folder.resolve("damaged.onnx"), bytes);
			try {
				new OnnxImporter().read(file, Progress.NONE);
			} catch (StarfishException e) {
				assertTrue(e.getMessage().matches("[^\\p{Cntrl}]{20,600}\\."), e.getMessage());
			}
		}
	}
}
