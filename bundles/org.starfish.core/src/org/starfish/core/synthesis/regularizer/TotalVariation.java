// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.regularizer;

import org.starfish.core.synthesis.Picture;

/**
 * Penalizes differences between neighbouring pixels: {@code sum sqrt(dx^2 + dy^2 + e^2)} over pixels and channels, with e one pixel
 * unit. Its gradient is bounded, whatever the contrast. (Rudin, Osher and Fatemi 1992; Mahendran and Vedaldi 2015)
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
		for (int row = 0; row + 1 < picture.height(); row++) {
			int from = row * stride;
			float rowSum = 0;
			for (int i = from; i < from + stride - channels; i++) {
				float dx = x[i + channels] - x[i];
				float dy = x[i + stride] - x[i];
				float length = (float) Math.sqrt(dx * dx + dy * dy + SMOOTHING * SMOOTHING);
				rowSum += length;
				float factor = weight / length;
				g[i + channels] += factor * dx;
				g[i + stride] += factor * dy;
				g[i] -= factor * (dx + dy);
			}
			sum += rowSum;
		}
		return sum;
	}
}
