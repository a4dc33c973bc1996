// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.objective;

import java.util.Set;

import org.starfish.core.network.Layer;

/**
 * The probability {@code p = e^z_i / sum e^z} that a network gives to a class, from the values z before the softmax. (Garon, Zhang and
 * Rezaei 2017, section 3.2, as their program does it)
 * <p>
 * Two factors that depend on p alone make the gradient that of an ascent which knows when to stop: {@code 1 - p} while p is below
 * a threshold, and a small negative number above it. That gradient inversion leads away from where the softmax is flat. The
 * threshold must be below 1: p reaches 1 only by rounding.
 * <p>
 * A network without dense layers may answer a larger picture at several positions; z is the mean over them then.
 */
public final class SoftmaxUnit implements Objective {
	/** Keeps the gradient from vanishing altogether. */
	private static final double LEAST = 1e-10;
	/** A probability below which the softmax is as flat as near 1. */
	private static final double FLAT = 1e-20;

	private final Layer logits;
	private final int index;
	private final double threshold;
	private final double energy;
	private final float[] means;
	private boolean saturated;

	/**
	 * @param logits the layer before the softmax, with one position in the network's own size
	 * @param index of the class
	 * @param threshold the probability above which the gradient is inverted
	 * @param energy how strong the inverted gradient is; 0 for none
	 */
	public SoftmaxUnit(Layer logits, int index, double threshold, double energy) {
		this.logits = logits;
		this.index = index;
		this.threshold = threshold;
		this.energy = energy;
		means = new float[logits.shape().channels()];
	}

	@Override
	public Set<Layer> layers() {
		return Set.of(logits);
	}

	@Override
	public double score(LayerValues activations, LayerValues gradient) {
		float[] z = means(activations);
		float[] slopes = gradient.of(logits);
		int positions = activations.positions(logits);
		float highest = Float.NEGATIVE_INFINITY;
		for (float value : z) {
			highest = Math.max(highest, value);
		}
		double sum = 0;
		double rest = 0;
		for (int i = 0; i < z.length; i++) {
			double part = Math.exp(z[i] - highest);
			sum += part;
			rest += i == index ? 0 : part;
		}
		double p = Math.exp(z[index] - highest) / sum;
		saturated = p > threshold || p < FLAT;
		double factor = p > threshold ? -energy : rest / sum + LEAST;
		for (int i = 0; i < z.length; i++) {
			double part = Math.exp(z[i] - highest) / sum;
			float slope = (float) (factor * p * (i == index ? rest / sum : -part) / positions);
			for (int at = i; at < slopes.length; at += z.length) {
				slopes[at] += slope;
			}
		}
		return p;
	}

	/** The mean over all positions, one number a class. */
	private float[] means(LayerValues activations) {
		float[] values = activations.of(logits);
		int classes = means.length;
		for (int i = 0; i < classes; i++) {
			float sum = 0;
			for (int at = i; at < values.length; at += classes) {
				sum += values[at];
			}
			means[i] = sum / activations.positions(logits);
		}
		return means;
	}

	@Override
	public int rank(LayerValues activations) {
		float[] z = means(activations);
		int rank = 1;
		for (float value : z) {
			rank += value > z[index] ? 1 : 0;
		}
		return rank;
	}

	@Override
	public boolean isSaturated() {
		return saturated;
	}
}
