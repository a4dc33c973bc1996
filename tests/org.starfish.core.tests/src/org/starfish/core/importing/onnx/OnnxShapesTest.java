// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.starfish.core.importing.onnx.OnnxBuilder.integer;
import static org.starfish.core.importing.onnx.OnnxBuilder.ints;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import onnx.Onnx.TensorProto.DataType;

import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.operation.Reshape;
import org.starfish.core.network.operation.Resize;
import org.starfish.core.network.operation.Transpose;

/** Names, inputs, and shapes that the graph computes itself. */
class OnnxShapesTest {
	@TempDir
	Path folder;

	@Test
	void layersAreFoundByNodeNameAndByFirstOutput() throws Exception {
		Network network = new OnnxBuilder(13).input("x", 1, 2, 4, 4).named("relu1", "Relu", "x", "17")
				.node("Tanh", "17", "18").output("18").read(folder);
		assertEquals(List.of("x", "relu1", "18"), network.layers().stream().map(Layer::name).toList());
		assertEquals("relu1", network.layer("17").name());
		assertEquals(List.of("18"), network.outputs());
		assertEquals("ONNX (opset 13)", network.format());
	}

	@Test
	void nodesOfTheSameNameAreNamedByTheirOutputs() throws Exception {
		Network network = new OnnxBuilder(13).input("x", 1, 2, 4, 4).named("relu", "Relu", "x", "a")
				.named("relu", "Relu", "a", "b").output("b").read(folder);
		assertEquals(List.of("x", "a", "b"), network.layers().stream().map(Layer::name).toList());
	}

	@Test
	void aNodeNameWinsOverTheOutputOfAnotherNode() throws Exception {
		Network network = new OnnxBuilder(13).input("x", 1, 2, 4, 4).named("a", "Relu", "x", "b")
				.named("b", "Tanh", "b", "c").output("c").read(folder);
		assertEquals("Tanh", network.layer("b").kind());
		assertEquals(List.of("a"), network.layer("b").inputs());
	}

	@Test
	void nodesMayComeInAnyOrder() throws Exception {
		Network network = new OnnxBuilder(13).input("x", 1, 2, 4, 4).node("Tanh", "a", "b").node("Relu", "x", "a")
				.output("b").read(folder);
		assertEquals(List.of("x", "a", "b"), network.layers().stream().map(Layer::name).toList());
	}

	@Test
	void nodesThatNoOutputNeedsAreLeftOut() throws Exception {
		Network network = new OnnxBuilder(13).input("x", 1, 2, 4, 4).node("Relu", "x", "a").node("Foo", "a", "b")
				.output("a").read(folder);
		assertEquals(2, network.layers().size());
	}

	@Test
	void anOutputThatCannotBeComputedIsLeftOutBesideOneThatCan() throws Exception {
		Network network = new OnnxBuilder(13).input("x", 1, 8).node("Softmax", "x", "scores")
				.node("ArgMax", "scores", "best").node("Identity", "best", "same").output("same").output("scores")
				.read(folder);
		assertEquals(List.of("scores"), network.outputs());
	}

	@Test
	void openHeightsAndWidthsAreChosen() throws Exception {
		Network network = new OnnxBuilder(13).input("x", 0, 3, 0, 0).node("Relu", "x", "y").output("y").read(folder);
		assertEquals(Shape.image(ChannelOrder.FIRST, 224, 224, 3), network.inputShape());
	}

	@Test
	void openChannelsAreThoseOfTheFirstConvolution() throws Exception {
		Network network = new OnnxBuilder(13).input("x", 0, 0, 0, 0).noise("w", 4, 1, 3, 3).node("Relu", "x", "r")
				.node("Conv", "r w", "y").output("y").read(folder);
		assertEquals(Shape.image(ChannelOrder.FIRST, 224, 224, 1), network.inputShape());
	}

	@Test
	void picturesOfBytesAreReadAsNumbers() throws Exception {
		Network network = new OnnxBuilder(13).typedInput("x", DataType.UINT8_VALUE, 0, 4, 4, 3)
				.node("Cast", "x", "real", integer("to", 1)).node("Transpose", "real", "y", ints("perm", 0, 3, 1, 2))
				.output("y").read(folder);
		assertEquals(Shape.image(ChannelOrder.LAST, 4, 4, 3), network.inputShape());
	}

	@Test
	void anInputWithChannelsLastIsTakenAsSuch() throws Exception {
		Network network = new OnnxBuilder(13).input("x", 0, 6, 5, 3).floats("mean", new int[] { 3 }, 1, 2, 3)
				.noise("w", 4, 3, 3, 3).node("Sub", "x mean", "centred")
				.node("Transpose", "centred", "first", ints("perm", 0, 3, 1, 2)).node("Conv", "first w", "y")
				.output("y").read(folder);
		assertEquals(Shape.image(ChannelOrder.LAST, 6, 5, 3), network.inputShape());
		assertEquals(ChannelOrder.FIRST, network.layer("first").shape().order());
		assertEquals(4, network.layers().size(), "no layer is needed to change the order");
		float[] input = OnnxBuilder.values("input", 6, 5, 3);
		Network first = new OnnxBuilder(13).input("x", 0, 3, 6, 5).noise("w", 4, 3, 3, 3).node("Conv", "x w", "y")
				.output("y").read(folder);
		float[] moved = new float[input.length];
		for (int i = 0; i < 30; i++) {
			for (int c = 0; c < 3; c++) {
				moved[c * 30 + i] = input[3 * i + c] - (c + 1);
			}
		}
		Answers.assertClose(Answers.of(first, moved), Answers.of(network, input), 1e-5);
	}

	@Test
	void aPictureThatIsNeverTransposedTellsItsLayoutByItsSizes() throws Exception {
		Network network = new OnnxBuilder(13).input("x", 0, 32, 32, 3).node("Relu", "x", "y").output("y").read(folder);
		assertEquals(ChannelOrder.LAST, network.inputShape().order());
	}

	@Test
	void shapesComputedByTheGraphAreFolded() throws Exception {
		Network network = new OnnxBuilder(13).input("x", 0, 6, 4, 5).node("Shape", "x", "shape").constant("zero", 0)
				.node("Gather", "shape zero", "n", integer("axis", 0)).longs("axes", 0)
				.node("Unsqueeze", "n axes", "n1").longs("rest", -1)
				.node("Concat", "n1 rest", "target", integer("axis", 0)).node("Reshape", "x target", "y").output("y")
				.read(folder);
		assertEquals(Shape.vector(120), network.layer("y").shape());
		assertEquals(2, network.layers().size());
		float[] input = OnnxBuilder.values("input", 2, 6, 4, 5);
		assertArrayEquals(input, Answers.of(network, input), "two images stay apart");
	}

	@Test
	void arithmeticOnShapesIsFolded() throws Exception {
		Network network = new OnnxBuilder(13).input("x", 0, 6, 4, 5).node("Shape", "x", "shape").longs("from", 2)
				.longs("to", 4).node("Slice", "shape from to", "hw").node("Cast", "hw", "real", integer("to", 1))
				.floats("two", new int[] { 1 }, 2).node("Mul", "real two", "twice").node("Floor", "twice", "floor")
				.node("Cast", "floor", "whole", integer("to", 7)).longs("zero", 0).longs("two1", 2)
				.node("Slice", "shape zero two1", "nc").node("Concat", "nc whole", "sizes", integer("axis", 0))
				.node("Resize", "x _ _ sizes", "y", OnnxBuilder.text("coordinate_transformation_mode", "asymmetric"),
						OnnxBuilder.text("nearest_mode", "floor"))
				.output("y").read(folder);
		assertEquals(Shape.image(ChannelOrder.FIRST, 8, 10, 6), network.layer("y").shape());
		var resize = assertInstanceOf(Resize.class, network.layer("y").operation());
		assertArrayEquals(new double[] { 2, 2 }, resize.scales(), "factors, so that other picture sizes work too");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0 -1", "1 -1", "-1 120", "1 120", "0 6 -1", "0 0 20", "-1 6 20", "0 2 3 4 5",
			"0 -1 4 5" })
	void reshapesKeepTheBatch(String target) throws Exception {
		long[] sizes = Arrays.stream(target.split(" ")).mapToLong(Long::parseLong).toArray();
		Network network = new OnnxBuilder(13).input("x", 0, 6, 4, 5).longs("target", sizes)
				.node("Reshape", "x target", "y").output("y").read(folder);
		assertEquals(120, network.layer("y").shape().size());
		assertEquals(sizes.length - 1, network.layer("y").shape().rank());
		float[] input = OnnxBuilder.values("input", 2, 6, 4, 5);
		assertArrayEquals(input, Answers.of(network, input));
	}

	@Test
	void aReshapeToAFixedBatchKeepsTheBatch() throws Exception {
		Network network = new OnnxBuilder(13).input("x", 8, 6, 4, 5).longs("target", 8, 120)
				.node("Reshape", "x target", "y").output("y").read(folder);
		assertEquals(Shape.vector(120), network.layer("y").shape());
	}

	@Test
	void aFlatteningReshapeFitsOtherPictureSizes() throws Exception {
		Network network = new OnnxBuilder(13).input("x", 0, 6, 4, 5).longs("target", 0, 6, 20)
				.node("Reshape", "x target", "y").output("y").read(folder);
		var reshape = assertInstanceOf(Reshape.class, network.layer("y").operation());
		assertArrayEquals(new int[] { 0, -1 }, reshape.target());
	}

	@Test
	void channelShuffleMovesTheRightChannels() throws Exception {
		Network network = new OnnxBuilder(13).input("x", 0, 6, 2, 2).longs("split", 0, 2, 3, 2, 2)
				.node("Reshape", "x split", "groups").node("Transpose", "groups", "mixed", ints("perm", 0, 2, 1, 3, 4))
				.longs("join", 0, -1, 2, 2).node("Reshape", "mixed join", "y").output("y").read(folder);
		float[] input = OnnxBuilder.values("input", 6, 2, 2);
		float[] expected = new float[24];
		int[] from = { 0, 3, 1, 4, 2, 5 };
		for (int c = 0; c < 6; c++) {
			System.arraycopy(input, 4 * from[c], expected, 4 * c, 4);
		}
		assertArrayEquals(expected, Answers.of(network, input));
	}

	@Test
	void aLayerThatSeveralReadInAnotherOrderIsReorderedOnce() throws Exception {
		Network network = new OnnxBuilder(13).input("x", 0, 4, 5, 3).noise("w", 4, 2).noise("v", 4, 2)
				.noise("k", 2, 4, 1, 1).node("Conv", "x k", "conv").node("MatMul", "rows w", "a")
				.node("MatMul", "rows v", "b").longs("shape", 0, 5, 3, 4).node("Reshape", "x shape", "rows")
				.node("Add", "a b", "sum").node("Transpose", "sum", "sum1", ints("perm", 0, 3, 1, 2))
				.node("Add", "sum1 conv", "y").output("y").read(folder);
		List<Layer> orders = network.layers().stream().filter(layer -> layer.name().endsWith("/order")).toList();
		assertEquals(List.of("rows/order"), orders.stream().map(Layer::name).toList());
		assertInstanceOf(Transpose.class, orders.get(0).operation());
		assertTrue(Answers.of(network, OnnxBuilder.values("input", 4, 5, 3)).length == 30);
	}

	@Test
	void constantsBuiltByTheGraphAreFolded() throws Exception {
		Network network = new OnnxBuilder(13).input("x", 0, 2, 2, 2).constant("three", 3).constant("zero", 0)
				.constant("one", 1).node("Range", "zero three one", "range")
				.node("Cast", "range", "real", integer("to", 1)).longs("shape", 1, 3, 1, 1)
				.node("Reshape", "real shape", "w1").longs("big", 2, 3, 2, 2).node("Expand", "w1 big", "w2")
				.node("Transpose", "w2", "w3", ints("perm", 1, 0, 2, 3)).node("Conv", "x w3", "y").output("y")
				.read(folder);
		float[] answer = Answers.of(network, 1, 1, 1, 1, 2, 2, 2, 2);
		Answers.assertClose(new float[] { 0, 12, 24 }, answer, 1e-6);
	}
}
