// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.operation.Operation;

/**
 * Adds layers to the network that is being built. Where one DL4J layer becomes several, the last one keeps its name and
 * those before are parts of it: {@code conv1/linear} is what {@code conv1} is before its activation.
 */
final class Emitter {
	private final Network.Builder builder;

	Emitter(Network.Builder builder) {
		this.builder = builder;
	}

	/** The shape of a layer that was added. */
	Shape shape(String layer) {
		return builder.find(layer).orElseThrow().shape();
	}

	/** Adds a layer under its own name. */
	void add(String name, Operation operation, String... inputs) throws StarfishException {
		builder.add(name, operation, inputs);
	}

	/**
	 * Adds a part of a layer.
	 *
	 * @return the name it got
	 */
	String part(String name, String part, Operation operation, String... inputs) throws StarfishException {
		String full = name + "/" + part;
		while (builder.contains(full)) {
			full = full + "'";
		}
		builder.add(full, operation, inputs);
		return full;
	}

	/** Adds operations one after the other; the last one gets the name. */
	void chain(String name, List<Operation> operations, String input) throws StarfishException {
		String previous = input;
		for (int i = 0; i < operations.size() - 1; i++) {
			previous = part(name, i == 0 ? "linear" : "part" + i, operations.get(i), previous);
		}
		add(name, operations.get(operations.size() - 1), previous);
	}
}
