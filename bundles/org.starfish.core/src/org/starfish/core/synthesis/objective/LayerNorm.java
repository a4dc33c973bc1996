// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.objective;

import java.util.Set;

import org.starfish.core.network.Layer;

/**
 * Half the mean square of a layer's activations: whatever the layer sees, it is to see more of. (DeepDream, Mordvintsev, Olah and
 * Tyka 2015, whose sum this is but for the factor)
 */
public final class LayerNorm implements Objective {
	private final Layer layer;

	public LayerNorm(Layer layer) {
		this.layer = layer;
	}

	@Override
	public Set<Layer> layers() {
		return Set.of(layer);
	}

	@Override
	public double score(LayerValues activations, LayerValues gradient) {
		float[] values = activations.of(layer);
		float[] slopes = gradient.of(layer);
		float share = 1f / values.length;
		double sum = 0;
		for (int i = 0; i < values.length; i++) {
			sum += values[i] * values[i];
			slopes[i] += share * values[i];
		}
		return sum / (2.0 * values.length);
	}
}
