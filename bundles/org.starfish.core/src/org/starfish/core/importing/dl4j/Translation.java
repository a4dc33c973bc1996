// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import java.nio.file.Path;
import java.util.List;

import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;

/** Makes a network of a DL4J graph for one input shape. */
final class Translation {
	private final Graph graph;
	private final List<Parameters> parameters;
	private final Path file;

	/**
	 * @param parameters of each node, in the graph's order
	 * @param file where the model comes from, for messages
	 */
	Translation(Graph graph, List<Parameters> parameters, Path file) {
		this.graph = graph;
		this.parameters = parameters;
		this.file = file;
	}

	/** Something in the model does not fit a picture of this size. */
	static final class Misfit extends StarfishException {
		private static final long serialVersionUID = 1L;

		Misfit(String sentence, Throwable cause) {
			super(sentence, cause);
		}
	}

	/**
	 * The network for one input shape.
	 *
	 * @throws Misfit if a layer does not fit
	 */
	Network with(Shape input, String format) throws StarfishException {
		var builder = new Network.Builder(file);
		builder.input(graph.input(), input);
		var emitter = new Emitter(builder);
		var preprocessors = new Preprocessors(emitter);
		var layers = new Layers(emitter, preprocessors, graph.kernelFirst());
		var vertices = new Vertices(emitter, preprocessors, input.order());
		for (int i = 0; i < graph.nodes().size(); i++) {
			Node node = graph.nodes().get(i);
			// Weights are taken off the front, so each attempt starts with a fresh view.
			Parameters own = parameters.get(i).fresh();
			try {
				if (node.layer().isPresent()) {
					String source = node.inputs().get(0);
					if (node.preProcessor().isPresent()) {
						source = preprocessors.add(node.preProcessor().get(), node.name(), source,
								inputs(node.layer().get()));
					}
					layers.add(node, own, node.name(), source);
				} else {
					vertices.add(node.name(), node.vertex().orElseThrow(), node.inputs());
				}
			} catch (StarfishException | RuntimeException e) {
				throw misfit(node, e);
			}
		}
		return builder.build(format, graph.outputs());
	}

	private Misfit misfit(Node node, Exception e) {
		String message = e.getMessage();
		if (e instanceof StarfishException && message.endsWith(".")) {
			return new Misfit(message, e);
		}
		boolean reason = e instanceof StarfishException || e instanceof IllegalArgumentException;
		return new Misfit(node.refusal(file, reason && message != null ? message : "its configuration is incomplete"), e);
	}

	/** The file that the network comes from. */
	Path file() {
		return file;
	}

	private static long inputs(Layer layer) {
		return layer instanceof FeedForwardLayer dense ? dense.getNIn() : 0;
	}
}
