// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;

/**
 * Changes nothing when a trained network answers, such as dropout.
 *
 * @param kind what the model file calls it, for the user's eyes
 */
public record Identity(String kind) implements Operation {
	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		return Fits.single(inputs);
	}
}
