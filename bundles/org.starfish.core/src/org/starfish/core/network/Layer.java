// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network;

import java.util.List;

import org.starfish.core.network.operation.Operation;

/**
 * A named node of a network.
 *
 * @param name as the model file names it, as in {@code inception_4c/output}
 * @param aliases other names it answers to; in ONNX, its first output
 * @param operation what it computes
 * @param inputs the names of the layers it reads, in order
 * @param shape what it answers to the network's own input shape, per example
 */
public record Layer(String name, List<String> aliases, Operation operation, List<String> inputs, Shape shape) {
	public Layer {
		aliases = List.copyOf(aliases);
		inputs = List.copyOf(inputs);
	}

	/** What kind of layer this is, for the user's eyes, as in {@code Convolution}. */
	public String kind() {
		return operation.kind();
	}
}
