// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.List;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;

/**
 * Fully connected: {@code y = x W + b}, along the last axis.
 *
 * @param weights {@code [in, out]}
 * @param bias {@code [out]}, or empty
 */
public record Dense(Weights weights, Optional<Weights> bias) implements Operation {
	@Override
	public String kind() {
		return "Dense";
	}

	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		Shape input = Fits.single(inputs);
		if (input.rank() > 1 && input.order() == ChannelOrder.FIRST) {
			throw new StarfishException("it needs channels last");
		}
		if (input.rank() == 0 || input.channels() != weights.dim(0)) {
			throw new StarfishException("it has weights for %d inputs".formatted(weights.dim(0)));
		}
		int[] dims = input.dims();
		dims[dims.length - 1] = weights.dim(1);
		return Shape.of(input.order(), dims);
	}

	@Override
	public long parameters() {
		return weights.count() + bias.map(Weights::count).orElse(0L);
	}

	@Override
	public long flops(List<Shape> inputs, Shape output) {
		return 2 * weights.dim(0) * output.size() + (bias.isPresent() ? output.size() : 0);
	}
}
