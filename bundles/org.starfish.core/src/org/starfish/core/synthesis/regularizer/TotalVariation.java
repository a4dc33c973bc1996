// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.regularizer;

import org.starfish.core.synthesis.picture.Picture;

/**
 * Penalizes differences between neighbouring pixels: {@code sum sqrt(dx^2 + dy^2 + e^2)} over pixels and channels, with e one pixel
 * unit; beyond the border dx and dy are 0. Its gradient is bounded, whatever the contrast. (Rudin, Osher and Fatemi 1992; Mahendran and Vedaldi 2015)
 */
public final class TotalVariation implements Penalty {
	private static final float SMOOTHING = 1;

	@Override
	public double score(Picture picture, float weight, Picture gradient) {
		int stride = picture.stride();
		int channels = picture.channels();
		float[] x = picture.values();
		float[] g = gradient.values();
		double sum = 0;
		for (int row = 0; row < picture.height(); row++) {
			// The last row and column are their own neighbours.
			int below = row + 1 < picture.height() ? stride : 0;
			int end = (row + 1) * stride;
			float rowSum = 0;
			for (int i = end - stride; i < end - channels; i++) {
				rowSum += length(x, g, i, channels, below, weight);
			}
			for (int i = end - channels; i < end; i++) {
				rowSum += length(x, g, i, 0, below, weight);
			}
			sum += rowSum;
		}
		return sum;
	}

	private static float length(float[] x, float[] g, int i, int right, int below, float weight) {
		float dx = x[i + right] - x[i];
		float dy = x[i + below] - x[i];
		float length = (float) Math.sqrt(dx * dx + dy * dy + SMOOTHING * SMOOTHING);
		float factor = weight / length;
		g[i + right] += factor * dx;
		g[i + below] += factor * dy;
		g[i] -= factor * (dx + dy);
		return length;
	}
}
