// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;

/** Takes the picture. */
public record Input() implements Operation {
	@Override
	public String kind() {
		return "Input";
	}

	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		throw new StarfishException("an input reads no layer");
	}
}
