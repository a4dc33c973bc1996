// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.objective;

import java.util.Set;

import org.starfish.core.network.Layer;

/**
 * What a picture is to maximize: a score, and its gradient with respect to the activations it reads, of one layer or several.
 */
public interface Objective {
	/** The layers whose activations are read. */
	Set<Layer> layers();

	/**
	 * Works out the score.
	 *
	 * @param gradient gets the gradient added
	 */
	double score(LayerValues activations, LayerValues gradient);

	/** How many of the rivals in its layer score higher, plus 1; 0 where there is nothing to compare with. */
	default int rank(LayerValues activations) {
		return 0;
	}

	/** Whether the last {@link #score} was that of a softmax so near 1 or 0 that its gradient says nothing any more. */
	default boolean isSaturated() {
		return false;
	}
}
