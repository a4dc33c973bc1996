// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.starfish.core.StarfishException;
import org.starfish.core.network.UnitAddress.Position;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.Convolution;
import org.starfish.core.network.operation.Dense;
import org.starfish.core.network.operation.GlobalPooling;
import org.starfish.core.network.operation.Identity;
import org.starfish.core.network.operation.Padding;
import org.starfish.core.network.operation.Pooling;
import org.starfish.core.network.operation.Reshape;
import org.starfish.core.network.operation.Softmax;

class NetworkTest {
	private static Weights zeros(int... shape) {
		int count = 1;
		for (int dim : shape) {
			count *= dim;
		}
		return Weights.of(shape, new float[count]);
	}

	private static Convolution convolution(int kernel, int stride, int in, int out) {
		int before = (kernel - 1) / 2;
		return new Convolution(zeros(kernel, kernel, in, out), Optional.empty(), new int[] { stride, stride },
				new int[] { 1, 1 }, Padding.explicit(new int[] { before, before }, new int[] { before, before }), 1);
	}

	private static Pooling pooling(boolean ceil) {
		return new Pooling(Pooling.Function.MAXIMUM, new int[] { 3, 3 }, new int[] { 2, 2 }, new int[] { 1, 1 },
				Padding.none(2), ceil, false, 0);
	}

	/** conv 7x7/2, ReLU, pool 3x3/2, conv 3x3, global pooling, dense, softmax: the head of GoogLeNet, in small. */
	private static Network network() throws StarfishException {
		var builder = new Network.Builder(Path.of("small.onnx"));
		builder.input("data", Shape.image(ChannelOrder.FIRST, 64, 64, 3));
		builder.add("conv1", convolution(7, 2, 3, 8), "data");
		builder.add("relu1", List.of("relu1_out"), new Activation(Activation.Function.RELU), List.of("conv1"));
		builder.add("pool1", pooling(true), "relu1_out");
		builder.add("conv2", convolution(3, 1, 8, 16), "pool1");
		builder.add("pool2", new GlobalPooling(false, true), "conv2");
		builder.add("flat", Reshape.flatten(), "pool2");
		builder.add("fc", new Dense(zeros(16, 10), Optional.of(zeros(10))), "flat");
		builder.add("prob", new Softmax(0, false), "fc");
		builder.add("drop", new Identity("Dropout"), "prob");
		return builder.build("test", List.of("drop"));
	}

	@Test
	void shapesFollowTheOperations() throws StarfishException {
		Network network = network();
		assertEquals("8x32x32", network.layer("conv1").shape().toString());
		assertEquals("8x16x16", network.layer("pool1").shape().toString());
		assertEquals("10", network.layer("prob").shape().toString());
		assertEquals(7 * 7 * 3 * 8 + 3 * 3 * 8 * 16 + 16 * 10 + 10, network.parameters());
		assertEquals(2L * 7 * 7 * 3 * 8 * 32 * 32, network.flops(network.layer("conv1")));
	}

	@Test
	void shapesFollowAnotherInputSize() throws StarfishException {
		Network network = network();
		var needed = network.needed(List.of(network.layer("prob")));
		var shapes = network.shapes(Shape.image(ChannelOrder.FIRST, 40, 48, 3), needed);
		assertEquals("16x10x12", shapes.get("conv2").toString());
		assertEquals("10", shapes.get("prob").toString());
	}

	@Test
	void aPictureThatIsTooSmallNamesTheLayer() throws StarfishException {
		Network network = network();
		var needed = network.needed(network.layers());
		var failure = assertThrows(StarfishException.class,
				() -> network.shapes(Shape.image(ChannelOrder.FIRST, 2, 2, 3), needed));
		assertTrue(failure.getMessage().contains("'pool1'"), failure.getMessage());
	}

	@Test
	void onlyWhatALayerReadsIsNeeded() throws StarfishException {
		Network network = network();
		assertEquals(List.of("data", "conv1", "relu1"),
				network.needed(List.of(network.layer("relu1"))).stream().map(Layer::name).toList());
	}

	@Test
	void theValuesBeforeTheSoftmaxAreFound() throws StarfishException {
		Network network = network();
		assertSame(network.layer("fc"), network.preSoftmax(network.layer("drop")).orElseThrow());
		assertTrue(network.preSoftmax(network.layer("conv2")).isEmpty());
	}

	@Test
	void aliasesFindTheLayerAndUnknownNamesTheNearest() throws StarfishException {
		Network network = network();
		assertSame(network.layer("relu1"), network.layer("relu1_out"));
		var failure = assertThrows(StarfishException.class, () -> network.layer("conv3"));
		assertTrue(failure.getMessage().startsWith("Layer 'conv3' is not in small.onnx. It has: conv1, conv2"),
				failure.getMessage());
	}

	@Test
	void receptiveFieldsGrowAsTheTextbookSays() throws StarfishException {
		Network network = network();
		var fields = ReceptiveField.of(network);
		assertEquals("7x7", fields.get(network.layer("relu1")).toString());
		assertEquals("11x11", fields.get(network.layer("pool1")).toString());
		ReceptiveField conv2 = fields.get(network.layer("conv2"));
		assertEquals("19x19", conv2.toString());
		assertEquals(4, conv2.strideX());
		assertEquals(-3 - 4, conv2.left());
		assertTrue(fields.get(network.layer("fc")).all());
	}

	@Test
	void unitAddressesAreReadAndWritten() throws StarfishException {
		for (String text : List.of("prob:7", "conv2:3@1,0", "a/b:c:7", "starfish")) {
			assertEquals(text, UnitAddress.parse(text).toString());
		}
		assertEquals(Optional.of(new Position(1, 0)), UnitAddress.parse("conv2:3@1,0").position());
		for (String text : List.of("", ":3", "prob:")) {
			assertThrows(StarfishException.class, () -> UnitAddress.parse(text), text);
		}
	}

	@Test
	void unitsThatAreNotThereAreRefused() throws StarfishException {
		Network network = network();
		assertEquals(9, UnitAddress.parse("prob:9").in(network, Optional.empty()).channel());
		for (String text : List.of("prob:10", "conv2:0@16,0", "prob:1@0,0", "nowhere:1", "prob:starfish",
				"prob:99999999999999999999")) {
			var address = UnitAddress.parse(text);
			assertThrows(StarfishException.class, () -> address.in(network, Optional.empty()), text);
		}
	}

	@Test
	void aUnitWithoutLayerIsOneOfTheFirstOutput() throws StarfishException {
		Network network = network();
		var labels = Labels.of(List.of("a", "b", "starfish, sea star", "d", "e", "f", "g", "h", "i", "j"));
		assertEquals("drop:7", UnitAddress.parse("7").in(network, Optional.empty()).address().toString());
		assertEquals("drop:2", UnitAddress.parse("Sea Star").in(network, Optional.of(labels)).address().toString());
	}

	@Test
	void aLayerWithoutChannelIsNoUnit() throws StarfishException {
		Network network = network();
		var failure = assertThrows(StarfishException.class,
				() -> UnitAddress.parse("conv2").in(network, Optional.empty()));
		assertEquals("'conv2' is a layer of small.onnx, not a unit; add one of its channels, as in conv2:0.",
				failure.getMessage());
	}

	@Test
	void layersThatReadNothingKnownAreRefused() throws StarfishException {
		var builder = new Network.Builder(Path.of("broken.onnx"));
		builder.input("data", Shape.vector(4));
		var failure = assertThrows(StarfishException.class,
				() -> builder.add("fc", new Dense(zeros(4, 2), Optional.empty()), "ghost"));
		assertEquals("Layer 'fc' (Dense) of broken.onnx reads 'ghost', which the file does not hold.",
				failure.getMessage());
		assertThrows(StarfishException.class, () -> builder.input("second", Shape.vector(4)));
		assertThrows(StarfishException.class, () -> builder.build("test", List.of("ghost")));
	}

	@Test
	void ceilModeDropsAWindowThatStartsBeyondTheInput() {
		Padding padding = Padding.explicit(new int[] { 1 }, new int[] { 1 });
		assertEquals(2, padding.positions(0, 4, 2, 3, false));
		assertEquals(3, Padding.none(1).positions(0, 6, 3, 2, true));
		assertEquals(2, Padding.none(1).positions(0, 6, 3, 2, false));
		assertEquals(1, Padding.none(1).positions(0, 2, 1, 2, true));
		assertEquals(4, Padding.SAME.positions(0, 7, 3, 2, false));
	}
}
