// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.activation;

import java.util.ArrayList;
import java.util.List;

import org.starfish.core.network.Shape;

/**
 * What one channel answers over all its positions, in numbers. Values that are not finite are left out, and counted.
 *
 * @param minimum 0 if no value is finite
 * @param mean likewise
 * @param maximum likewise
 * @param active the share of positions with a value above 0
 * @param notFinite how many values are infinite or no number
 */
public record ChannelStatistics(float minimum, float mean, float maximum, float active, int notFinite) {
	/**
	 * The statistics of all channels.
	 *
	 * @param values of one example, channels last
	 * @param shape the layer's output shape, in whatever order
	 */
	public static List<ChannelStatistics> of(float[] values, Shape shape) {
		int channels = shape.channels();
		List<ChannelStatistics> statistics = new ArrayList<>(channels);
		for (int channel = 0; channel < channels; channel++) {
			statistics.add(of(values, channel, channels, values.length / channels));
		}
		return statistics;
	}

	/**
	 * The statistics of some values.
	 *
	 * @param first where the first of them is
	 * @param step how far the next one is
	 * @param count how many there are, at least one
	 */
	static ChannelStatistics of(float[] values, int first, int step, int count) {
		double sum = 0;
		float minimum = Float.POSITIVE_INFINITY;
		float maximum = Float.NEGATIVE_INFINITY;
		int finite = 0;
		int active = 0;
		for (int n = 0, i = first; n < count; n++, i += step) {
			float value = values[i];
			if (value > 0) {
				active++;
			}
			if (Float.isFinite(value)) {
				finite++;
				sum += value;
				minimum = Math.min(minimum, value);
				maximum = Math.max(maximum, value);
			}
		}
		float share = (float) active / count;
		return finite == 0 ? new ChannelStatistics(0, 0, 0, share, count)
				: new ChannelStatistics(minimum, (float) (sum / finite), maximum, share, count - finite);
	}

	/** Whether the channel answers nothing: all its values are 0. */
	public boolean isDead() {
		return minimum == 0 && maximum == 0 && notFinite == 0;
	}
}
