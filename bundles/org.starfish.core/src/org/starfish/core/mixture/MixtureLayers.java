// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.mixture;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.ReceptiveField;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.Concatenation;
import org.starfish.core.network.operation.Elementwise;
import org.starfish.core.network.operation.Operation;
import org.starfish.core.network.operation.ParametricRelu;

/**
 * Which layers a mixture is made from if nobody says: where a network's blocks end, spread over its depth. That is what lies on its trunk,
 * the layers that every path from the picture to the output passes, and answers as a whole: an activation, or branches put together.
 */
public final class MixtureLayers {
	private static final int MOST = 6;
	/** Pixels a side that a unit must see. The first layers see edges and colours, whatever the pictures show. */
	private static final int LEAST_FIELD = 20;

	private MixtureLayers() {
	}

	/**
	 * Layers of a network, in running order, at most six.
	 *
	 * @throws StarfishException if there are none; name them then
	 */
	public static List<Layer> of(Network network) throws StarfishException {
		Layer output = network.layer(network.outputs().get(0));
		List<Layer> trunk = trunk(network, output);
		List<Layer> ends = new ArrayList<>();
		for (int i = 0; i < trunk.size(); i++) {
			Layer layer = trunk.get(i);
			boolean rectified = i + 1 < trunk.size() && isActivation(trunk.get(i + 1).operation());
			if (isAnswer(layer.operation()) && !rectified && layer.shape().isSpatial() && layer.shape().height() > 1
					&& !layer.equals(output)) {
				ends.add(layer);
			}
		}
		Map<Layer, ReceptiveField> fields = ReceptiveField.of(network);
		List<Layer> deep = ends.stream().filter(layer -> fields.get(layer).height() >= LEAST_FIELD).toList();
		List<Layer> chosen = deep.isEmpty() ? ends : deep;
		if (chosen.isEmpty()) {
			throw new StarfishException("No layer of %s suggests itself for a mixture; name the layers to take units from."
					.formatted(network.file().getFileName()));
		}
		return spread(chosen);
	}

	/**
	 * The one in the middle, whose channels answer to parts of things: by which variants of a picture are told apart if nobody says.
	 *
	 * @throws StarfishException if there are none
	 */
	public static Layer middle(Network network) throws StarfishException {
		List<Layer> layers = of(network);
		return layers.get(layers.size() / 2);
	}

	private static boolean isAnswer(Operation operation) {
		return isActivation(operation) || operation instanceof Concatenation || operation instanceof Elementwise;
	}

	private static boolean isActivation(Operation operation) {
		return operation instanceof Activation || operation instanceof ParametricRelu;
	}

	private static List<Layer> spread(List<Layer> layers) {
		if (layers.size() <= MOST) {
			return layers;
		}
		List<Layer> spread = new ArrayList<>();
		for (int i = 0; i < MOST; i++) {
			spread.add(layers.get((int) Math.round((double) i * (layers.size() - 1) / (MOST - 1))));
		}
		return spread;
	}

	/** The layers that all paths pass: where as many paths arrive and go on as there are in all. */
	private static List<Layer> trunk(Network network, Layer output) {
		List<Layer> needed = network.needed(List.of(output));
		Map<Layer, BigInteger> arriving = new HashMap<>();
		Map<Layer, BigInteger> leaving = new HashMap<>();
		for (Layer layer : needed) {
			BigInteger paths = layer.inputs().isEmpty() ? BigInteger.ONE : BigInteger.ZERO;
			for (String input : layer.inputs()) {
				paths = paths.add(arriving.get(network.find(input).orElseThrow()));
			}
			arriving.put(layer, paths);
		}
		leaving.put(output, BigInteger.ONE);
		for (Layer layer : needed.reversed()) {
			for (String input : layer.inputs()) {
				leaving.merge(network.find(input).orElseThrow(), leaving.get(layer), BigInteger::add);
			}
		}
		BigInteger all = arriving.get(output);
		return needed.stream().filter(layer -> arriving.get(layer).multiply(leaving.get(layer)).equals(all)).toList();
	}
}
