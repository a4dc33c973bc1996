// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;

/**
 * {@code y = x / (k + alpha / size * sum x'^2)^beta}, the sum going over {@code size} neighbouring channels, centred.
 * (Krizhevsky, Sutskever and Hinton 2012)
 */
public record LocalResponseNormalization(int size, float alpha, float beta, float k) implements Operation {
	@Override
	public String kind() {
		return "Local response normalization";
	}

	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		return Fits.single(inputs);
	}

	@Override
	public long flops(List<Shape> inputs, Shape output) {
		return (2L * size + 3) * output.size();
	}
}
