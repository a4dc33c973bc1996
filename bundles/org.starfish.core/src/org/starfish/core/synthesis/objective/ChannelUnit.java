// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.objective;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import org.starfish.core.network.Layer;
import org.starfish.core.network.Shape;
import org.starfish.core.network.UnitAddress.Position;

/**
 * One channel of a layer: its mean over all positions, or its value at one of them. Of a vector, one element: a class before the
 * softmax, say.
 */
public final class ChannelUnit implements Objective {
	private final Layer layer;
	private final int channel;
	private final Optional<Position> position;
	private final double rivals;
	private final float[] here;
	private final double[] sums;

	/**
	 * @param position in the layer's own shape; where the picture is of another size, the corresponding one
	 * @param rivals how much of the soft maximum {@code log sum e^z} of the other channels is subtracted; 0 for none
	 */
	public ChannelUnit(Layer layer, int channel, Optional<Position> position, double rivals) {
		this.layer = layer;
		this.channel = channel;
		this.position = position;
		this.rivals = rivals;
		here = new float[layer.shape().channels()];
		sums = new double[layer.shape().channels()];
	}

	@Override
	public Set<Layer> layers() {
		return Set.of(layer);
	}

	@Override
	public double score(LayerValues activations, LayerValues gradient) {
		float[] values = activations.of(layer);
		float[] slopes = gradient.of(layer);
		int channels = activations.shape(layer).channels();
		int first = first(activations);
		int end = end(activations);
		float share = (float) channels / (end - first);
		double score = 0;
		for (int at = first; at < end; at += channels) {
			score += share * values[at + channel];
			slopes[at + channel] += share;
			if (rivals != 0 && channels > 1) {
				score -= rivals * share * rivalsAt(values, at, channels, (float) (rivals * share), slopes);
			}
		}
		return score;
	}

	private double rivalsAt(float[] values, int at, int channels, float weight, float[] slopes) {
		float highest = Float.NEGATIVE_INFINITY;
		for (int c = 0; c < channels; c++) {
			highest = c == channel ? highest : Math.max(highest, values[at + c]);
		}
		double sum = 0;
		for (int c = 0; c < channels; c++) {
			sum += c == channel ? 0 : Math.exp(values[at + c] - highest);
		}
		for (int c = 0; c < channels; c++) {
			if (c != channel) {
				slopes[at + c] -= weight * (float) (Math.exp(values[at + c] - highest) / sum);
			}
		}
		return highest + Math.log(sum);
	}

	@Override
	public int rank(LayerValues activations) {
		float[] values = activations.of(layer);
		int channels = activations.shape(layer).channels();
		Arrays.fill(sums, 0);
		int end = end(activations);
		for (int at = first(activations); at < end; at += channels) {
			// A position at a time, in the order in which they lie; in an array of its own, so that the loop vectorizes.
			System.arraycopy(values, at, here, 0, channels);
			for (int c = 0; c < channels; c++) {
				sums[c] += here[c];
			}
		}
		int rank = 1;
		for (double sum : sums) {
			rank += sum > sums[channel] ? 1 : 0;
		}
		return rank;
	}

	private int first(LayerValues activations) {
		return position.map(at -> index(at, layer.shape(), activations.shape(layer))).orElse(0);
	}

	private int end(LayerValues activations) {
		return position.isPresent() ? first(activations) + activations.shape(layer).channels()
				: activations.of(layer).length;
	}

	/** Where in an array of another shape the corresponding position begins. */
	static int index(Position at, Shape own, Shape actual) {
		int x = Math.min((int) ((at.x() + 0.5) * actual.width() / own.width()), actual.width() - 1);
		int y = Math.min((int) ((at.y() + 0.5) * actual.height() / own.height()), actual.height() - 1);
		return (y * actual.width() + x) * actual.channels();
	}
}
