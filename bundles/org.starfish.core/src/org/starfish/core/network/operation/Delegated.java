// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;

/**
 * A layer that the engine has no operation of its own for and hands to the library the model came from. Implemented
 * by importers; the engine knows how to run theirs.
 */
public non-sealed interface Delegated extends Operation {
	/** The name of the library that computes it, for the user's eyes. */
	String library();

	@Override
	Shape outputShape(List<Shape> inputs) throws StarfishException;

	/** A layer of which nothing is known may look at everything. */
	@Override
	default Window window(List<Shape> inputs) {
		return Window.ALL;
	}
}
