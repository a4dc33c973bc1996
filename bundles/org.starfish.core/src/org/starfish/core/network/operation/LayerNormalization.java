// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.List;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;

/**
 * Normalizes each example over some axes to mean 0 and variance 1 (Ba, Kiros and Hinton 2016).
 *
 * @param axes in the file's order, without the batch, ascending
 * @param scale of the sizes of these axes, in their order, or empty
 * @param shift of the sizes of these axes, in their order, or empty
 */
public record LayerNormalization(int[] axes, float epsilon, Optional<Weights> scale, Optional<Weights> shift)
		implements Operation {
	@Override
	public String kind() {
		return "Layer normalization";
	}

	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		Shape input = Fits.single(inputs);
		long size = 1;
		for (int axis : axes) {
			Fits.axis(input, axis);
			size *= input.dim(axis);
		}
		if (scale.isPresent() && scale.get().count() != size) {
			throw new StarfishException("it has weights for %d values".formatted(scale.get().count()));
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
		Shape input = inputs.get(0);
		return axes.length == 1 && axes[0] == input.channelAxis() ? Window.POINT : Window.ALL;
	}
}
