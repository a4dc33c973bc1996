// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;

/**
 * {@code y = scale * (x - mean) / sqrt(variance + epsilon) + shift}, channel by channel, with the statistics of the
 * training. (Ioffe and Szegedy 2015)
 *
 * @param scale {@code [c]}
 * @param shift {@code [c]}
 * @param mean {@code [c]}
 * @param variance {@code [c]}
 */
public record BatchNormalization(Weights scale, Weights shift, Weights mean, Weights variance, float epsilon)
		implements Operation {
	@Override
	public String kind() {
		return "Batch normalization";
	}

	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		Shape input = Fits.single(inputs);
		Fits.channels(input, scale.count());
		return input;
	}

	@Override
	public long parameters() {
		return scale.count() + shift.count() + mean.count() + variance.count();
	}

	@Override
	public long flops(List<Shape> inputs, Shape output) {
		return 2 * output.size();
	}
}
