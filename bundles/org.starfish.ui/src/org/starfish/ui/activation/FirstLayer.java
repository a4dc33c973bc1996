// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.starfish.core.model.LayerFacts;
import org.starfish.core.model.ModelFacts;

/** Chooses the layer of a model that is shown before anybody has chosen one. */
public final class FirstLayer {
	/** Maps of fewer rows and columns do not show where in the picture something is. */
	private static final int LEAST_SIDE = 10;

	private FirstLayer() {
	}

	/** The deepest layer whose maps still show where something is; else the deepest with maps; else the output. */
	public static String of(ModelFacts facts) {
		List<LayerFacts> layers = facts.layers();
		return last(layers, layer -> Math.min(layer.shape().height(), layer.shape().width()) >= LEAST_SIDE)
				.or(() -> last(layers, layer -> layer.shape().isSpatial()))
				.orElseGet(() -> layers.get(layers.size() - 1)).name();
	}

	/** The input shows nothing but the picture. */
	private static Optional<LayerFacts> last(List<LayerFacts> layers, Predicate<LayerFacts> condition) {
		return layers.stream().skip(1).filter(condition).reduce((first, second) -> second);
	}
}
