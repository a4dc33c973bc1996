// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.mixture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.importing.ModelImporters;
import org.starfish.core.model.ModelFile;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.Concatenation;
import org.starfish.core.network.operation.Convolution;
import org.starfish.core.network.operation.Dense;
import org.starfish.core.network.operation.Elementwise;
import org.starfish.core.network.operation.GlobalPooling;
import org.starfish.core.network.operation.Padding;
import org.starfish.core.network.operation.Reshape;
import org.starfish.core.network.operation.Softmax;
import org.starfish.testkit.TestData;

/** Which layers a mixture is made from. */
class MixtureLayersTest {
	/** Networks of one-channel layers for pictures of 16 x 16 pixels. */
	private static final class Chain {
		private final Network.Builder builder = new Network.Builder(Path.of("chain.onnx"));
		private String last = "data";

		Chain() throws StarfishException {
			builder.input("data", Shape.image(ChannelOrder.FIRST, 16, 16, 1));
		}

		String convolution(String name, int kernel, int channels, String from) throws StarfishException {
			int in = builder.find(from).orElseThrow().shape().channels();
			int[] padding = { kernel / 2, kernel / 2 };
			builder.add(name, new Convolution(zeros(kernel, kernel, in, channels), Optional.empty(), new int[] { 1, 1 },
					new int[] { 1, 1 }, Padding.explicit(padding, padding), 1), from);
			return name;
		}

		String relu(String name, String from) throws StarfishException {
			builder.add(name, new Activation(Activation.Function.RELU), from);
			return name;
		}

		/** Two convolutions past which the input goes on. */
		void residual(String name, boolean rectified) throws StarfishException {
			String first = relu(name + "_relu1", convolution(name + "_conv1", 11, 1, last));
			String second = convolution(name + "_conv2", 11, 1, first);
			builder.add(name + "_add", new Elementwise(Elementwise.Function.ADD), second, last);
			last = rectified ? relu(name + "_out", name + "_add") : name + "_add";
		}

		/** Two branches put together. */
		void inception(String name) throws StarfishException {
			String small = relu(name + "_relu1", convolution(name + "_1x1", 1, 1, last));
			String large = relu(name + "_relu2", convolution(name + "_21x21", 21, 1, last));
			builder.add(name, new Concatenation(0), small, large);
			last = name;
		}

		void sequence(int number, int kernel) throws StarfishException {
			last = relu("relu" + number, convolution("conv" + number, kernel, 1, last));
		}

		List<String> chosen() throws StarfishException {
			builder.add("pool", new GlobalPooling(false, true), last);
			builder.add("flat", Reshape.flatten(), "pool");
			builder.add("fc", new Dense(zeros(builder.find("flat").orElseThrow().shape().channels(), 3), Optional.empty()),
					"flat");
			builder.add("prob", new Softmax(0, false), "fc");
			return names(builder.build("test", List.of("prob")));
		}
	}

	private static Weights zeros(int... shape) {
		int count = 1;
		for (int dim : shape) {
			count *= dim;
		}
		return Weights.of(shape, new float[count]);
	}

	/** Also finds the one in the middle again. */
	private static List<String> names(Network network) throws StarfishException {
		List<String> names = MixtureLayers.of(network).stream().map(Layer::name).toList();
		assertEquals(names.get(names.size() / 2), MixtureLayers.middle(network).name());
		return names;
	}

	@Test
	void activationsThatSeeEnoughInASequence() throws Exception {
		var chain = new Chain();
		for (int i = 1; i <= 4; i++) {
			chain.sequence(i, 11);
		}
		// relu1 sees 11 pixels a side.
		assertEquals(List.of("relu2", "relu3", "relu4"), chain.chosen());
	}

	@Test
	void allActivationsWhereNoneSeesEnough() throws Exception {
		var chain = new Chain();
		chain.sequence(1, 3);
		chain.sequence(2, 3);
		assertEquals(List.of("relu1", "relu2"), chain.chosen());
	}

	@Test
	void sixOverTheDepthOfALongSequence() throws Exception {
		var chain = new Chain();
		for (int i = 1; i <= 12; i++) {
			chain.sequence(i, 11);
		}
		assertEquals(List.of("relu2", "relu4", "relu6", "relu8", "relu10", "relu12"), chain.chosen());
	}

	@Test
	void theActivationAfterEachAdditionOfAResidualNetwork() throws Exception {
		var chain = new Chain();
		chain.sequence(1, 3);
		chain.residual("block1", true);
		chain.residual("block2", true);
		assertEquals(List.of("block1_out", "block2_out"), chain.chosen());
	}

	@Test
	void theAdditionItselfWhereNothingRectifiesIt() throws Exception {
		var chain = new Chain();
		chain.sequence(1, 3);
		chain.residual("block1", false);
		chain.residual("block2", false);
		assertEquals(List.of("block1_add", "block2_add"), chain.chosen());
	}

	@Test
	void whereTheBranchesOfAnInceptionNetworkMeet() throws Exception {
		var chain = new Chain();
		chain.sequence(1, 3);
		chain.inception("mixed1");
		chain.inception("mixed2");
		assertEquals(List.of("mixed1", "mixed2"), chain.chosen());
	}

	@Test
	void aNetworkWithoutSuchLayersSaysSo() throws Exception {
		var builder = new Network.Builder(Path.of("dense.onnx"));
		builder.input("data", Shape.image(ChannelOrder.FIRST, 2, 2, 1));
		builder.add("flat", Reshape.flatten(), "data");
		builder.add("fc", new Dense(zeros(4, 3), Optional.empty()), "flat");
		Network network = builder.build("test", List.of("fc"));
		assertEquals("No layer of dense.onnx suggests itself for a mixture; name the layers to take units from.",
				assertThrows(StarfishException.class, () -> MixtureLayers.of(network)).getMessage());
	}

	@Test
	void theModulesOfGoogLeNet() throws Exception {
		assertEquals(
				List.of("inception_3a/output", "inception_4a/output", "inception_4b/output", "inception_4d/output",
						"inception_4e/output", "inception_5b/output"),
				names(ModelImporters.builtIn().read(TestData.require("models/googlenet.onnx"), Progress.NONE)));
	}

	@Test
	void theBlocksOfTidepool() throws Exception {
		assertEquals(List.of("conv4", "conv5", "conv6", "conv7"),
				names(ModelImporters.builtIn().read(ModelFile.of(ModelFile.TIDEPOOL).path(), Progress.NONE)));
	}
}
