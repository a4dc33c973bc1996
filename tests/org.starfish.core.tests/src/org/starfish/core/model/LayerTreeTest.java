// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.importing.ModelImporters;
import org.starfish.core.model.ModelFacts.Detail;
import org.starfish.core.model.ModelFacts.Edge;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.operation.Activation;
import org.starfish.testkit.TestData;

class LayerTreeTest {
	@Test
	void slashesGroupAndAGroupOfOneIsNone() throws StarfishException {
		assertEquals("data inception_3a[1x1 relu_1x1 pool[max proj]] pool3/3x3_s2 prob",
				tree("data", "inception_3a/1x1", "inception_3a/relu_1x1", "inception_3a/pool/max",
						"inception_3a/pool/proj", "pool3/3x3_s2", "prob"));
	}

	@Test
	void aLayerMayBeAGroupToo() throws StarfishException {
		assertEquals("conv1*[linear] prob", tree("conv1/linear", "conv1", "prob"));
	}

	@Test
	void aGroupAnswersWhatItsLastLayerAnswers() throws StarfishException {
		assertEquals("conv1", facts("conv1/linear", "conv1", "prob").tree().children().get(0).last().get().name());
		assertEquals("conv1/relu", facts("conv1", "conv1/relu", "prob").tree().children().get(0).last().get().name());
	}

	@Test
	void leadingSlashesAndNestedModulesAreRead() throws StarfishException {
		assertEquals("input conv1/Conv layer1[layer1.0[conv1/Conv Relu] layer1.1/conv1/Conv]",
				tree("input", "/conv1/Conv", "/layer1/layer1.0/conv1/Conv", "/layer1/layer1.0/Relu",
						"/layer1/layer1.1/conv1/Conv"));
		assertEquals("a//b c/ / x", tree("a//b", "c/", "/", "//x"), "odd names, too");
	}

	@Test
	void shortListsWithoutSlashesStayLists() throws StarfishException {
		assertEquals("block1_conv1 block1_conv2 block2_conv1", tree("block1_conv1", "block1_conv2", "block2_conv1"));
	}

	@Test
	void longListsAreGroupedBehindNumbers() throws StarfishException {
		List<String> names = new ArrayList<>(List.of("input_2", "block1_conv1", "block1_conv2", "conv_dw_1",
				"conv_dw_1_bn", "conv_dw_1_relu", "conv2_block1_1_conv", "conv2_block1_1_bn", "conv2_block1_add",
				"conv2d", "conv2d_1", "conv2d_2", "features.denseblock1.norm", "features.denseblock1.relu", "fc", "mixed_7a_x",
				"mixed_7a_y", "_"));
		for (int i = 0; i < 40; i++) {
			names.add("activation_" + i);
		}
		String tree = tree(names.toArray(String[]::new));
		assertTrue(tree.startsWith(
				"input_2 block1[conv1 conv2] conv_dw_1*[bn relu] conv2[block1_1[conv bn] block1_add] conv2d conv2d_1 conv2d_2 features.denseblock1[norm relu] fc mixed_7a[x y] _ activation_0 activation_1"),
				tree);
	}

	@ParameterizedTest
	@ValueSource(strings = { "googlenet.onnx", "mobilenet_v1_0.25_224.h5", "resnet20_cifar10.onnx", "vww_96.h5",
			"fer2013_mini_XCEPTION.keras", "lenet_mnist.dl4j.zip" })
	void everyLayerOfARealModelIsInTheTreeOnce(String file) throws StarfishException {
		Network network = ModelImporters.builtIn().read(TestData.model(file), Progress.NONE);
		ModelFacts facts = ModelFacts.of(network);
		List<LayerTree> nodes = new ArrayList<>();
		collect(facts.tree(), nodes);
		Set<String> names = new HashSet<>();
		for (LayerTree node : nodes) {
			node.layer().ifPresent(layer -> {
				assertTrue(names.add(layer.name()), layer.name());
				assertEquals(layer.name(), node.path());
			});
			assertTrue(node.layer().isPresent() || node.children().size() > 1, node.path() + " groups nothing");
		}
		assertEquals(network.layers().size(), names.size());
		assertEquals(network.layers().size(), facts.tree().layers());
		assertEquals(network.parameters(), facts.tree().parameters());
		assertEquals(facts.flops(), facts.tree().flops());
		assertEquals(1, facts.tree().share(), 1e-9);
		assertEquals(network.layer(network.outputs().get(0)).name(), facts.outputs().get(0).name());
	}

	@Test
	void googlenetIsGroupedByItsModules() throws StarfishException {
		ModelFacts facts = ModelFacts.of(ModelImporters.builtIn().read(TestData.model("googlenet.onnx"), Progress.NONE));
		List<String> top = facts.tree().children().stream().map(LayerTree::name).toList();
		assertTrue(top.size() < 30, top.toString());
		LayerTree module = facts.tree().children().get(top.indexOf("inception_4c"));
		assertEquals(14, module.children().size());
		assertEquals("inception_4c/output", module.last().orElseThrow().name());
		LayerFacts output = facts.find("inception_4c/output").orElseThrow();
		assertEquals("512x14x14", output.shape().toString());
		assertEquals(4, output.inputs().size());
		assertEquals(16, output.field().strideX());
		assertEquals(Optional.empty(), output.library());
		assertEquals(4, facts.edges().stream().filter(edge -> edge.to().equals("inception_4c/output")).count());
		assertTrue(facts.edges().contains(new Edge("inception_4c/3x3", "inception_4c/relu_3x3")));
		assertTrue(facts.details().contains(new Detail("Opset", "13")), facts.details().toString());
		assertTrue(module.share() > 0.05 && module.share() < 0.1, "share " + module.share());
	}

	@ParameterizedTest
	@ValueSource(strings = { "mobilenet_v1_0.25_224.h5" })
	void aFlatListOfNinetyIsGrouped(String file) throws StarfishException {
		ModelFacts facts = ModelFacts.of(ModelImporters.builtIn().read(TestData.model(file), Progress.NONE));
		assertTrue(facts.tree().children().size() <= 40, facts.tree().children().size() + " at the top");
		assertTrue(facts.details().stream().anyMatch(detail -> detail.value().startsWith("Keras 2.8")),
				facts.details().toString());
	}

	@Test
	void detailsAreOneLine() throws StarfishException {
		var builder = new Network.Builder(Path.of("x.onnx"));
		builder.input("data", Shape.vector(3));
		builder.detail("Producer", "  some\u0000thing\n");
		builder.detail("Domain", " ");
		builder.detail("Description", "x".repeat(300));
		assertEquals(List.of(new Detail("Producer", "some thing"), new Detail("Description", "x".repeat(200) + "...")),
				ModelFacts.of(builder.build("test", List.of("data"))).details());
	}

	private static String tree(String... names) throws StarfishException {
		return text(facts(names).tree());
	}

	private static ModelFacts facts(String... names) throws StarfishException {
		var builder = new Network.Builder(Path.of("some.onnx"));
		builder.input(names[0], Shape.image(ChannelOrder.FIRST, 4, 4, 3));
		for (String name : Arrays.copyOfRange(names, 1, names.length)) {
			builder.add(name, new Activation(Activation.Function.RELU), names[0]);
		}
		return ModelFacts.of(builder.build("test", List.of(names[0])));
	}

	/** The names of the children; behind a group's name its own, and a star if it is a layer, too. */
	private static String text(LayerTree tree) {
		return String.join(" ",
				tree.children().stream()
						.map(child -> child.children().isEmpty() ? child.name()
								: child.name() + (child.layer().isPresent() ? "*" : "") + "[" + text(child) + "]")
						.toList());
	}

	private static void collect(LayerTree tree, List<LayerTree> into) {
		tree.children().forEach(child -> {
			into.add(child);
			collect(child, into);
		});
	}
}
