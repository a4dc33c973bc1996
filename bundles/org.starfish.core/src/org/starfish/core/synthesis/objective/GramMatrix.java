// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.objective;

import java.util.Arrays;

/**
 * Which channels of a layer answer together, wherever they do: {@code G = A^T A} of the activations {@code A[positions, channels]}. Tells
 * textures and parts apart, whatever their place. (Gatys, Ecker and Bethge 2015)
 */
public final class GramMatrix {
	private final int channels;
	private final float[] values;

	/**
	 * @param channels of the layer
	 */
	public GramMatrix(int channels) {
		this.channels = channels;
		values = new float[Math.multiplyExact(channels, channels)];
	}

	/** The matrix of some activations, channels last. */
	public static GramMatrix of(float[] activations, int channels) {
		var matrix = new GramMatrix(channels);
		matrix.set(activations);
		return matrix;
	}

	/**
	 * Adds one of some matrices, brought to norm 1, to what becomes their mean; the cosine with that is the mean of the cosines but for
	 * its norm. One by one, since each may take 64 MB.
	 *
	 * @param count how many there are
	 */
	public void addShare(GramMatrix matrix, int count) {
		double norm = matrix.norm();
		if (norm > 0) {
			float share = (float) (1 / norm / count);
			for (int i = 0; i < values.length; i++) {
				values[i] += share * matrix.values[i];
			}
		}
	}

	int channels() {
		return channels;
	}

	/** Becomes the matrix of other activations. Where a channel is silent, as most are at any position, nothing is to be done. */
	void set(float[] activations) {
		Arrays.fill(values, 0);
		for (int position = 0; position < activations.length; position += channels) {
			for (int i = 0; i < channels; i++) {
				float a = activations[position + i];
				if (a != 0) {
					int row = i * channels;
					for (int j = 0; j < channels; j++) {
						values[row + j] += a * activations[position + j];
					}
				}
			}
		}
	}

	/** The square root of the sum of all squares. */
	double norm() {
		return Math.sqrt(product(this));
	}

	/** The sum of the products of all elements. */
	double product(GramMatrix other) {
		double sum = 0;
		for (int i = 0; i < values.length; i++) {
			sum += values[i] * (double) other.values[i];
		}
		return sum;
	}

	/** Becomes the weighted sum of two matrices. */
	void combine(GramMatrix first, double firstWeight, GramMatrix second, double secondWeight) {
		for (int i = 0; i < values.length; i++) {
			values[i] = (float) (firstWeight * first.values[i] + secondWeight * second.values[i]);
		}
	}

	/** Adds to the gradient with respect to the activations what a gradient with respect to their matrix, which is this one, makes. */
	void backward(float[] activations, float[] gradient) {
		for (int position = 0; position < activations.length; position += channels) {
			for (int i = 0; i < channels; i++) {
				float a = 2 * activations[position + i];
				if (a != 0) {
					int row = i * channels;
					for (int j = 0; j < channels; j++) {
						gradient[position + j] += a * values[row + j];
					}
				}
			}
		}
	}
}
