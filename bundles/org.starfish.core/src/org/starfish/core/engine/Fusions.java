// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.starfish.core.engine.op.Fusion;
import org.starfish.core.engine.op.Rectifier;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.BatchNormalization;
import org.starfish.core.network.operation.Convolution;
import org.starfish.core.network.operation.Dense;
import org.starfish.core.network.operation.Pad;

/**
 * Which layers are computed in one: the padding before a convolution, the convolution, its batch normalization and its rectifier, or some of these, where
 * nobody else reads what lies between and nobody asked for it.
 */
final class Fusions {
	private final Network network;
	private final Set<Layer> requested;
	private final Map<String, Shape> shapes;
	private final Map<String, Integer> readers = new HashMap<>();
	private final Map<Layer, Fused> fused = new HashMap<>();
	private final Set<Layer> inside = new HashSet<>();

	/**
	 * Layers in one.
	 *
	 * @param input the name of the layer that the first of them reads
	 */
	record Fused(Fusion fusion, String input) {
	}

	/**
	 * @param needed in the order in which they run
	 * @param requested whose own answers are wanted
	 * @param shapes of what the layers answer, by name
	 */
	Fusions(Network network, List<Layer> needed, Set<Layer> requested, Map<String, Shape> shapes) {
		this.network = network;
		this.shapes = shapes;
		this.requested = requested;
		needed.forEach(layer -> layer.inputs().forEach(name -> readers.merge(name, 1, Integer::sum)));
		for (Layer layer : needed.reversed()) {
			if (!inside.contains(layer)) {
				find(layer);
			}
		}
	}

	/** The layers that are computed in one and of which this is the last. */
	Optional<Fused> endingAt(Layer layer) {
		return Optional.ofNullable(fused.get(layer));
	}

	/** Whether a layer is computed within a later one, so that its own answer does not exist. */
	boolean isInside(Layer layer) {
		return inside.contains(layer);
	}

	private void find(Layer last) {
		Optional<Rectifier> rectifier = last.operation() instanceof Activation activation ? Rectifier.of(activation)
				: Optional.empty();
		Optional<Layer> next = rectifier.isPresent() ? hidden(last) : Optional.of(last);
		Optional<Layer> normalized = next.filter(layer -> layer.operation() instanceof BatchNormalization);
		Optional<Layer> head = normalized.isPresent() ? hidden(normalized.get()) : next;
		boolean fits = head.filter(layer -> layer.operation() instanceof Convolution
				|| layer.operation() instanceof Dense && normalized.isEmpty()).isPresent();
		if (!fits) {
			return;
		}
		Optional<Layer> padding = padding(head.get());
		String input = padding.orElse(head.get()).inputs().get(0);
		fused.put(last, new Fused(new Fusion(padding.map(layer -> (Pad) layer.operation()), head.get().operation(),
				normalized.map(layer -> (BatchNormalization) layer.operation()), rectifier), input));
		Stream.of(padding, head, normalized).flatMap(Optional::stream).filter(layer -> layer != last).forEach(inside::add);
	}

	/** The layer that only puts zeros around what a convolution reads, if there is one. */
	private Optional<Layer> padding(Layer head) {
		if (!(head.operation() instanceof Convolution convolution)) {
			return Optional.empty();
		}
		return hidden(head).filter(layer -> layer.operation() instanceof Pad pad
				&& Fusion.reachesOver(pad, convolution, shapes.get(layer.inputs().get(0))));
	}

	/** The layer before, if nobody but this one sees its answer. */
	private Optional<Layer> hidden(Layer layer) {
		return network.find(layer.inputs().get(0))
				.filter(before -> readers.get(before.name()) == 1 && !requested.contains(before));
	}
}
