// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;

/**
 * A layer or a vertex of a DL4J network.
 *
 * @param name as configured, or made up where it is not
 * @param configuration of a layer; empty for a vertex
 * @param vertex of a graph; empty for a layer
 * @param preProcessor what happens to the layer's input first
 * @param inputs the names of the nodes it reads
 */
record Node(String name, Optional<NeuralNetConfiguration> configuration, Optional<GraphVertex> vertex,
		Optional<InputPreProcessor> preProcessor, List<String> inputs) {

	static Node layer(String name, NeuralNetConfiguration configuration, InputPreProcessor preProcessor,
			List<String> inputs) {
		return new Node(name, Optional.of(configuration), Optional.empty(), Optional.ofNullable(preProcessor), inputs);
	}

	static Node vertex(String name, GraphVertex vertex, List<String> inputs) {
		return new Node(name, Optional.empty(), Optional.of(vertex), Optional.empty(), inputs);
	}

	/** The layer, freed of wrappers that matter in training only; empty for a vertex. */
	Optional<Layer> layer() {
		return configuration.map(NeuralNetConfiguration::getLayer).map(Node::unwrapped);
	}

	/** What DL4J calls this kind of layer or vertex. */
	String kind() {
		return layer().map(Object.class::cast).or(() -> vertex).map(any -> any.getClass().getSimpleName()).orElse("?");
	}

	/** Why it cannot be opened, in a sentence. */
	String refusal(Path file, String reason) {
		return "Layer '%s' (%s) of %s cannot be opened: %s.".formatted(name, kind(), file.getFileName(), reason);
	}

	static Layer unwrapped(Layer layer) {
		return switch (layer) {
		case FrozenLayer frozen when frozen.getLayer() != null -> unwrapped(frozen.getLayer());
		case FrozenLayerWithBackprop frozen when frozen.getUnderlying() != null -> unwrapped(frozen.getUnderlying());
		default -> layer;
		};
	}
}
