// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import org.starfish.core.StarfishException;

/** Turns a node of one kind into layers. */
@FunctionalInterface
interface OperatorMapper {
	/**
	 * Adds the layers that compute the node's outputs and binds the outputs to them.
	 *
	 * @throws StarfishException if the node asks for what is not supported, or does not fit its inputs
	 */
	void map(OnnxNode node, Mapping mapping) throws StarfishException;
}
