// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine;

import java.util.Set;

import org.starfish.core.network.Layer;
import org.starfish.core.network.Shape;

/**
 * What a plan is to be made for.
 *
 * @param layers whose activations are wanted; only what they need runs
 * @param inputShape of one example; may differ from the network's own where its layers can take it
 * @param batch number of examples
 * @param gradient whether the gradient with respect to the input is wanted too
 * @param priority whether the plan goes first when several want the device
 */
public record PlanRequest(Set<Layer> layers, Shape inputShape, int batch, boolean gradient, Priority priority) {
	public PlanRequest {
		layers = Set.copyOf(layers);
	}

	/** A request for work in the background. */
	public PlanRequest(Set<Layer> layers, Shape inputShape, int batch, boolean gradient) {
		this(layers, inputShape, batch, gradient, Priority.BACKGROUND);
	}
}
