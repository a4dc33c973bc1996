// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.engine.ReluGradient;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.StoredOrder;
import org.starfish.core.npy.NpyReader;
import org.starfish.core.npy.NpyTensor;
import org.starfish.testkit.TestData;

/** The real models of the test data open as models.json says, and answer as their reference tensors do. */
class SampleModelsTest {
	private static final double OUTPUT_TOLERANCE = 1e-4;
	private static final double GRADIENT_TOLERANCE = 1e-3;
	/** One rectifier of MobileNet's 1.3 million that decides otherwise changes its gradient by 2.3 %. */
	private static final double TIE_TOLERANCE = 0.05;

	static List<SampleModel> opened() throws IOException {
		return SampleModel.all().stream().filter(model -> model.error() == null).toList();
	}

	static List<SampleModel> refused() throws IOException {
		return SampleModel.all().stream().filter(model -> model.error() != null).toList();
	}

	static List<SampleModel> withReference() throws IOException {
		return SampleModel.all().stream().filter(model -> model.golden() != null).toList();
	}

	static List<SampleModel> withGradient() throws IOException {
		return SampleModel.all().stream().filter(model -> model.gradient() != null).toList();
	}

	@ParameterizedTest
	@MethodSource("opened")
	void modelsOpenAsExpected(SampleModel model) throws Exception {
		Network network = model.read();
		assertEquals(model.format(), network.format());
		assertEquals(model.layers(), network.layers().size(), "layers");
		assertEquals(model.parameters(), network.parameters(), "parameters");
		assertEquals(model.input(), network.inputShape().toString());
		assertEquals(model.output(), network.outputs().get(0));
		assertEquals(model.shape(), network.layer(model.output()).shape().toString());
	}

	@ParameterizedTest
	@MethodSource("refused")
	void otherFilesAreRefusedWithTheRightSentence(SampleModel model) {
		// Found before the file is read: a test that is skipped must not count as one that threw something else.
		Path path = model.path();
		assertEquals(model.error(), assertThrows(StarfishException.class,
				() -> ModelImporters.builtIn().read(path, Progress.NONE)).getMessage());
	}

	@ParameterizedTest
	@MethodSource("withReference")
	void outputsAndLayersAgreeWithTheReference(SampleModel model) throws Exception {
		Network network = model.read();
		Map<Layer, NpyTensor> expected = new HashMap<>();
		expected.put(network.layer(network.outputs().get(0)), tensor(model, "output"));
		for (String name : model.goldenLayers()) {
			expected.put(network.layer(name), tensor(model, "layer." + name.replace("/", "__")));
		}
		NpyTensor input = tensor(model, "input");
		// As the command line asks, which leaves the engine free to fuse layers, and as the grid asks, which does not.
		for (Set<Layer> kept : List.of(expected.keySet(), Set.copyOf(network.layers()))) {
			var request = new PlanRequest(kept, network.inputShape(), input.shape()[0], false);
			try (Plan plan = Engine.compile(network, request)) {
				plan.forward(StoredOrder.of(input.values(), network.inputShape()));
				for (Layer layer : expected.keySet()) {
					float[] actual = StoredOrder.toFile(plan.activation(layer), plan.shape(layer));
					assertClose(expected.get(layer).values(), actual, OUTPUT_TOLERANCE,
							layer.name() + ", " + kept.size() + " layers kept");
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("withGradient")
	void gradientsAgreeWithTheReference(SampleModel model) throws Exception {
		Network network = model.read();
		NpyTensor input = tensor(model, "input");
		int batch = input.shape()[0];
		Layer layer = network.layer(model.unit() == null ? network.outputs().get(0) : model.unit().split(":")[0]);
		try (Plan plan = Engine.compile(network, new PlanRequest(Set.of(layer), network.inputShape(), batch, true))) {
			plan.forward(StoredOrder.of(input.values(), network.inputShape()));
			float[] answer = plan.activation(layer);
			float[] seed = new float[answer.length];
			int width = answer.length / batch;
			for (int image = 0; image < batch; image++) {
				int unit = model.unit() == null ? largest(answer, image * width, width)
						: Integer.parseInt(model.unit().split(":")[1]);
				seed[image * width + unit] = 1;
			}
			float[] gradient = new float[input.values().length];
			plan.gradient(Map.of(layer, seed), ReluGradient.TRUE, gradient);
			float[] actual = StoredOrder.toFile(gradient, network.inputShape());
			float[] expected = tensor(model, model.gradient()).values();
			int size = actual.length / batch;
			for (int image = 0; image < batch; image++) {
				boolean tie = model.tie() != null && model.tie() == image;
				assertClose(Arrays.copyOfRange(expected, image * size, (image + 1) * size),
						Arrays.copyOfRange(actual, image * size, (image + 1) * size),
						tie ? TIE_TOLERANCE : GRADIENT_TOLERANCE, "gradient of example " + image);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("opened")
	void everyNameLeadsToOneLayer(SampleModel model) throws Exception {
		Network network = model.read();
		Set<String> names = new HashSet<>();
		for (Layer layer : network.layers()) {
			assertTrue(names.add(layer.name()), layer.name());
			assertEquals(layer, network.layer(layer.name()));
			for (String alias : layer.aliases()) {
				assertTrue(network.find(alias).isPresent(), alias);
			}
		}
	}

	private static NpyTensor tensor(SampleModel model, String name) throws StarfishException {
		return NpyReader.read(TestData.golden(model.golden(), name + ".npy"));
	}

	private static int largest(float[] values, int from, int count) {
		int best = 0;
		for (int i = 1; i < count; i++) {
			best = values[from + i] > values[from + best] ? i : best;
		}
		return best;
	}

	private static void assertClose(float[] expected, float[] actual, double tolerance, String what) {
		assertEquals(expected.length, actual.length, what);
		double difference = 0;
		double norm = 0;
		for (int i = 0; i < expected.length; i++) {
			difference += Math.pow(expected[i] - actual[i], 2);
			norm += Math.pow(expected[i], 2);
		}
		double relative = Math.sqrt(difference / norm);
		assertTrue(relative < tolerance, () -> what + " differs by " + relative);
	}
}
