// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

import java.util.Arrays;

/**
 * Batch normalization (Ioffe and Szegedy 2015) followed by ReLU, on channels-last activations as plain arrays:
 * {@code y = max(0, (z - mean) / deviation + shift)}. There is no scale to learn, since the next layer's weights hold it. After
 * training it becomes part of the convolution before it.
 */
final class ChannelNormalization {
	private static final float EPSILON = 1e-3f;
	/** Share of the past in the running statistics: about the last 50 batches count. */
	private static final float MEMORY = 0.98f;

	private final int channels;
	private final float[] mean;
	private final float[] variance;
	private final float[] inverse;
	private float weight;
	private float[] normalized = {};

	ChannelNormalization(int channels) {
		this.channels = channels;
		mean = new float[channels];
		variance = new float[channels];
		inverse = new float[channels];
	}

	/** Turns {@code values} into the layer's output, in place, and keeps what {@link #backward} needs. */
	void forward(float[] values, float[] shift) {
		var rows = values.length / channels;
		var center = new float[channels];
		for (var i = 0; i < values.length; i += channels) {
			for (var c = 0; c < channels; c++) {
				center[c] += values[i + c];
			}
		}
		scale(center, 1f / rows);
		var spread = new float[channels];
		for (var i = 0; i < values.length; i += channels) {
			for (var c = 0; c < channels; c++) {
				var d = values[i + c] - center[c];
				spread[c] += d * d;
			}
		}
		scale(spread, 1f / rows);
		weight = MEMORY * weight + 1 - MEMORY;
		for (var c = 0; c < channels; c++) {
			mean[c] += (1 - MEMORY) / weight * (center[c] - mean[c]);
			variance[c] += (1 - MEMORY) / weight * (spread[c] - variance[c]);
			inverse[c] = 1 / (float) Math.sqrt(spread[c] + EPSILON);
		}
		if (normalized.length != values.length) {
			normalized = new float[values.length];
		}
		var kept = normalized;
		for (var i = 0; i < values.length; i += channels) {
			for (var c = 0; c < channels; c++) {
				var z = (values[i + c] - center[c]) * inverse[c];
				kept[i + c] = z;
				values[i + c] = Math.max(0, z + shift[c]);
			}
		}
	}

	/**
	 * Turns the gradient of the output into that of the input, in place.
	 *
	 * @return the gradient of the shift
	 */
	float[] backward(float[] gradient, float[] shift) {
		var rows = gradient.length / channels;
		var sum = new float[channels];
		var along = new float[channels];
		var kept = normalized;
		for (var i = 0; i < gradient.length; i += channels) {
			for (var c = 0; c < channels; c++) {
				var g = kept[i + c] + shift[c] > 0 ? gradient[i + c] : 0;
				gradient[i + c] = g;
				sum[c] += g;
				along[c] += g * kept[i + c];
			}
		}
		var meanGradient = Arrays.copyOf(sum, channels);
		scale(meanGradient, 1f / rows);
		scale(along, 1f / rows);
		for (var i = 0; i < gradient.length; i += channels) {
			for (var c = 0; c < channels; c++) {
				gradient[i + c] = inverse[c] * (gradient[i + c] - meanGradient[c] - kept[i + c] * along[c]);
			}
		}
		return sum;
	}

	/** What the weights of channel {@code c} are multiplied by when this becomes part of the convolution. */
	float foldedScale(int c) {
		return 1 / (float) Math.sqrt(variance[c] + EPSILON);
	}

	/** What is added to the shift of channel {@code c} then. */
	float foldedShift(int c) {
		return -mean[c] * foldedScale(c);
	}

	private static void scale(float[] values, float factor) {
		for (var c = 0; c < values.length; c++) {
			values[c] *= factor;
		}
	}
}
