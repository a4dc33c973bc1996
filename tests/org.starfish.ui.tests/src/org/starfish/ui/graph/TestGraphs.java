// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.importing.ModelImporters;
import org.starfish.core.model.ModelFacts;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.operation.Elementwise;
import org.starfish.testkit.TestData;

/** Networks to draw. */
final class TestGraphs {
	/** As wide as the letters of a typewriter. */
	static final BoxTexts TEXTS = new BoxTexts(text -> 7 * text.length(), 17, text -> 6 * text.length(), 15);

	private TestGraphs() {
	}

	/**
	 * A network of layers that add up what they read.
	 *
	 * @param layers as in {@code "c < a b"}, in running order; the input is {@code in}
	 */
	static ModelFacts facts(String... layers) {
		try {
			var builder = new Network.Builder(Path.of("test.onnx"));
			builder.input("in", Shape.image(ChannelOrder.FIRST, 4, 4, 2));
			String last = "in";
			for (String layer : layers) {
				String[] parts = layer.split(" < ");
				builder.add(parts[0], new Elementwise(Elementwise.Function.ADD), parts[1].split(" "));
				last = parts[0];
			}
			return ModelFacts.of(builder.build("test", List.of(last)));
		} catch (StarfishException e) {
			throw new AssertionError(e);
		}
	}

	/** A model of the test data; skips the test without it. */
	static ModelFacts model(String file) throws StarfishException {
		return ModelFacts.of(ModelImporters.builtIn().read(TestData.model(file), Progress.NONE));
	}

	static GraphLayout layOut(LayerGraph graph, Set<GraphNode> open) {
		return new GraphLayouter(graph, TEXTS).layOut(open, new NullProgressMonitor());
	}

	/** The group of a path. */
	static GraphNode group(LayerGraph graph, String path) {
		return graph.groups().stream().filter(group -> group.path().equals(path)).findFirst().orElseThrow();
	}

	static GraphNode layer(LayerGraph graph, String name) {
		return graph.find(name).orElseThrow();
	}
}
