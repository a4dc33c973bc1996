// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.starfish.core.StarfishException;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.image.RgbImage;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.core.synthesis.objective.Diversity;
import org.starfish.core.synthesis.objective.GramMatrix;
import org.starfish.core.synthesis.objective.Objective;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;

/** What a layer answers to the pictures that the next one is to differ from. */
final class EarlierVariants {
	/** A matrix of them all takes 64 MB. Layers with more are vectors, which say nothing about what answers together. */
	private static final int MOST_CHANNELS = 4096;

	private final Layer layer;
	private final GramMatrix matrix;
	private final Map<String, String> kernels;

	/**
	 * Shows them to the network, at its own size.
	 *
	 * @param pictures at least one
	 * @throws StarfishException if there is no such layer, or the device fails
	 */
	EarlierVariants(Network network, Planner planner, Preprocessing preprocessing, String layer, List<RgbImage> pictures)
			throws StarfishException {
		this.layer = network.layer(layer);
		int channels = this.layer.shape().channels();
		if (channels > MOST_CHANNELS) {
			throw new StarfishException("Layer '%s' of %s has %d channels, too many to compare pictures by; name a convolutional layer."
					.formatted(layer, network.file().getFileName(), channels));
		}
		matrix = new GramMatrix(channels);
		try (Plan plan = planner.plan(new PlanRequest(Set.of(this.layer), network.inputShape(), 1, false))) {
			for (RgbImage picture : pictures) {
				plan.forward(preprocessing.toInput(picture, network.inputShape()));
				matrix.addShare(GramMatrix.of(plan.activation(this.layer), channels), pictures.size());
			}
			kernels = plan.kernels();
		}
	}

	/** Which kernels were chosen by trial for which layers. */
	Map<String, String> kernels() {
		return kernels;
	}

	/** An objective that is also to differ. It reads the same layers whatever the weight, which may change on the way. */
	Objective apart(Objective objective, Parameters parameters) {
		return new Diversity(objective, layer, matrix, parameters.number(Parameter.DIVERSITY));
	}
}
