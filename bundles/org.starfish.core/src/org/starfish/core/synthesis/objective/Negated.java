// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.objective;

import java.util.Set;

import org.starfish.core.network.Layer;

/** Makes another objective small: draws what holds a unit down. (Negative neurons in Olah, Mordvintsev and Schubert 2017) */
public final class Negated implements Objective {
	private final Objective inner;

	/**
	 * @param inner is to be small
	 */
	public Negated(Objective inner) {
		this.inner = inner;
	}

	@Override
	public Set<Layer> layers() {
		return inner.layers();
	}

	@Override
	public double score(LayerValues activations, LayerValues gradient) {
		// What is there already is negated twice, what the inner one adds once.
		negate(gradient);
		double score = inner.score(activations, gradient);
		negate(gradient);
		return -score;
	}

	private void negate(LayerValues gradient) {
		for (Layer layer : inner.layers()) {
			float[] slopes = gradient.of(layer);
			for (int i = 0; i < slopes.length; i++) {
				slopes[i] = -slopes[i];
			}
		}
	}

	/** Of the unit itself: the last one in its layer is what is asked for. */
	@Override
	public int rank(LayerValues activations) {
		return inner.rank(activations);
	}

	@Override
	public boolean isSaturated() {
		return inner.isSaturated();
	}
}
