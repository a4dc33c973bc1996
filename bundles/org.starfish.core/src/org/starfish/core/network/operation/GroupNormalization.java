// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.List;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;

/**
 * Normalizes each group of channels over its channels and positions to mean 0 and variance 1 (Wu and He 2018); with as
 * many groups as channels, instance normalization.
 *
 * @param groups number of groups; 0 means one group a channel
 * @param scale {@code [c]}, or empty
 * @param shift {@code [c]}, or empty
 */
public record GroupNormalization(int groups, float epsilon, Optional<Weights> scale, Optional<Weights> shift)
		implements Operation {
	@Override
	public String kind() {
		return groups == 0 ? "Instance normalization" : "Group normalization";
	}

	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		Shape input = Fits.single(inputs);
		if (groups > 0 && input.channels() % groups != 0) {
			throw new StarfishException("its channels do not divide into %d groups".formatted(groups));
		}
		if (scale.isPresent()) {
			Fits.channels(input, scale.get().count());
		}
		return input;
	}

	@Override
	public long parameters() {
		return scale.map(Weights::count).orElse(0L) + shift.map(Weights::count).orElse(0L);
	}

	@Override
	public long flops(List<Shape> inputs, Shape output) {
		return 6 * output.size();
	}

	@Override
	public Window window(List<Shape> inputs) {
		return Window.ALL;
	}
}
