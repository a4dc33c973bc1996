// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;

/**
 * {@code x} if positive, else {@code slope x}, with a trained slope. (He et al. 2015)
 *
 * @param slope as many axes as the input, in the file's order, each of the input's size or 1
 */
public record ParametricRelu(Weights slope) implements Operation {
	@Override
	public String kind() {
		return "PReLU";
	}

	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		Shape input = Fits.single(inputs);
		Broadcast.onto(input.dims(), slope.shape());
		return input;
	}

	@Override
	public long parameters() {
		return slope.count();
	}

	@Override
	public long flops(List<Shape> inputs, Shape output) {
		return 2 * output.size();
	}
}
