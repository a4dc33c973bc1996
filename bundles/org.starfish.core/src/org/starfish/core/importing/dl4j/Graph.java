// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;

import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;

/**
 * A DL4J network of either kind, as nodes in the order in which their parameters lie in the file, which is also an order
 * in which they can run.
 *
 * @param input the name of the input
 * @param outputs the names of the nodes that are the network's outputs
 * @param kernelFirst whether the weights of 1-D convolutions lie as {@code [k, in, out]}, as DL4J takes them since
 *        1.0.0-M1, rather than as {@code [out, in, k]}
 */
record Graph(String input, List<Node> nodes, List<String> outputs, boolean kernelFirst) {
	static Graph of(MultiLayerConfiguration configuration, boolean kernelFirst, Path file) throws StarfishException {
		if (configuration.getConfs() == null || configuration.getConfs().isEmpty()) {
			throw new StarfishException("%s holds no layers.".formatted(file.getFileName()));
		}
		Set<String> names = new HashSet<>();
		List<Node> nodes = new ArrayList<>();
		String previous = "input";
		names.add(previous);
		for (int i = 0; i < configuration.getConfs().size(); i++) {
			NeuralNetConfiguration layer = configuration.getConf(i);
			String name = present(layer, "layer" + i, file);
			while (!names.add(name)) {
				name = name + "_" + i;
			}
			nodes.add(Node.layer(name, layer, configuration.getInputPreProcess(i), List.of(previous)));
			previous = name;
		}
		return new Graph("input", nodes, List.of(previous), kernelFirst);
	}

	static Graph of(ComputationGraphConfiguration configuration, boolean kernelFirst, Path file)
			throws StarfishException {
		List<String> inputs = configuration.getNetworkInputs();
		if (inputs == null || inputs.size() != 1) {
			throw new StarfishException("%s has %d inputs; only networks with one can be opened."
					.formatted(file.getFileName(), inputs == null ? 0 : inputs.size()));
		}
		Map<String, GraphVertex> vertices = configuration.getVertices();
		if (vertices == null || vertices.isEmpty()) {
			throw new StarfishException("%s holds no layers.".formatted(file.getFileName()));
		}
		Map<String, Node> nodes = new LinkedHashMap<>();
		for (Map.Entry<String, GraphVertex> entry : vertices.entrySet()) {
			nodes.put(entry.getKey(), node(entry.getKey(), entry.getValue(), configuration, file));
		}
		List<Node> ordered = new ArrayList<>();
		for (String name : order(configuration, file)) {
			if (!name.equals(inputs.get(0))) {
				ordered.add(nodes.get(name));
			}
		}
		List<String> outputs = configuration.getNetworkOutputs();
		return new Graph(inputs.get(0), ordered, outputs == null ? List.of() : outputs, kernelFirst);
	}

	private static Node node(String name, GraphVertex vertex, ComputationGraphConfiguration configuration, Path file)
			throws StarfishException {
		List<String> inputs = configuration.getVertexInputs().getOrDefault(name, List.of());
		for (String input : inputs) {
			if (!configuration.getVertices().containsKey(input) && !configuration.getNetworkInputs().contains(input)) {
				throw new StarfishException("Layer '%s' of %s reads '%s', which the file does not hold.".formatted(name,
						file.getFileName(), input));
			}
		}
		if (inputs.isEmpty() || vertex == null) {
			throw new StarfishException("Layer '%s' of %s reads nothing; the file is damaged.".formatted(name,
					file.getFileName()));
		}
		if (vertex instanceof LayerVertex layer) {
			present(layer.getLayerConf(), name, file);
			return Node.layer(name, layer.getLayerConf(), layer.getPreProcessor(), inputs);
		}
		return Node.vertex(name, vertex, inputs);
	}

	/** The order that DL4J stored, or else works out. */
	private static List<String> order(ComputationGraphConfiguration configuration, Path file) throws StarfishException {
		List<String> names = new ArrayList<>(configuration.getNetworkInputs());
		names.addAll(configuration.getVertices().keySet());
		List<String> order = configuration.getTopologicalOrderStr();
		if (configuration.getTopologicalOrder() == null || order == null) {
			order = new ArrayList<>();
			// DL4J touches ND4J here, which the engine must have started.
			Engine.description();
			try {
				for (int index : new ComputationGraph(configuration).topologicalSortOrder()) {
					order.add(names.get(index));
				}
			} catch (IllegalStateException e) {
				throw new StarfishException("The layers of %s form a cycle; only networks without can be opened."
						.formatted(file.getFileName()), e);
			}
		}
		if (order.size() != names.size() || !Set.copyOf(order).equals(Set.copyOf(names))) {
			throw new StarfishException("The order of the layers of %s is damaged; get a fresh copy of it."
					.formatted(file.getFileName()));
		}
		return order;
	}

	private static String present(NeuralNetConfiguration configuration, String fallback, Path file)
			throws StarfishException {
		if (configuration == null || configuration.getLayer() == null) {
			throw new StarfishException("Layer '%s' of %s has no configuration; the file is damaged.".formatted(fallback,
					file.getFileName()));
		}
		String name = configuration.getLayer().getLayerName();
		if (name == null) {
			name = Node.unwrapped(configuration.getLayer()).getLayerName();
		}
		return name == null || name.isEmpty() ? fallback : name;
	}
}
