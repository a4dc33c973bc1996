// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.objective;

import java.util.LinkedHashSet;
import java.util.Set;

import org.starfish.core.network.Layer;

/**
 * Lets a picture be unlike others: takes from another objective what it has in common with them, by the {@link GramMatrix} of a layer.
 * (Diversity, Olah, Mordvintsev and Schubert 2017; there all pictures grow together)
 * <p>
 * {@code score = s - weight |s| mean_i cos(G, G_i)}, with the other objective's score s, the picture's matrix G and those of the others
 * G_i. The factor |s| is taken for a constant: it makes a weight mean the same for any objective.
 */
public final class Diversity implements Objective {
	private final Objective inner;
	private final Layer layer;
	private final GramMatrix others;
	private final double weight;
	private final GramMatrix own;
	private final GramMatrix slope;
	private final Set<Layer> layers = new LinkedHashSet<>();

	/**
	 * @param inner what the picture is to show
	 * @param layer by which pictures are compared
	 * @param others the mean, by {@link GramMatrix#addShare}, of the others' matrices
	 * @param weight what share of the score full likeness costs, from 0
	 */
	public Diversity(Objective inner, Layer layer, GramMatrix others, double weight) {
		this.inner = inner;
		this.layer = layer;
		this.others = others;
		this.weight = weight;
		own = new GramMatrix(others.channels());
		slope = new GramMatrix(others.channels());
		layers.addAll(inner.layers());
		layers.add(layer);
	}

	@Override
	public Set<Layer> layers() {
		return layers;
	}

	@Override
	public double score(LayerValues activations, LayerValues gradient) {
		double score = inner.score(activations, gradient);
		double factor = weight * Math.abs(score);
		if (factor == 0) {
			return score;
		}
		own.set(activations.of(layer));
		double norm = own.norm();
		if (norm == 0) {
			return score;
		}
		double likeness = others.product(own) / norm;
		slope.combine(others, -factor / norm, own, factor * likeness / (norm * norm));
		slope.backward(activations.of(layer), gradient.of(layer));
		return score - factor * likeness;
	}

	@Override
	public int rank(LayerValues activations) {
		return inner.rank(activations);
	}

	@Override
	public boolean isSaturated() {
		return inner.isSaturated();
	}
}
