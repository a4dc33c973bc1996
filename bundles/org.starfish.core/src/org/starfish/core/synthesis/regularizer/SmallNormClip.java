// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.regularizer;

import java.util.Arrays;

import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.Step;

/**
 * Makes those pixels gray that are nearly so: their norm over red, green and blue is below a bound, or below a percentile of all
 * norms. (Yosinski et al. 2015, section 3; the absolute bound is that of Garon, Zhang and Rezaei 2017)
 */
public final class SmallNormClip implements ImageRegularizer {
	private final double bound;
	private final double percentile;
	private float[] norms = new float[0];
	private float[] sorted = new float[0];

	/**
	 * @param bound in pixel units
	 * @param percentile 0 to 100; 0 for none
	 */
	public SmallNormClip(double bound, double percentile) {
		this.bound = bound;
		this.percentile = percentile;
	}

	@Override
	public void apply(Picture picture, Picture gradient, Step step) {
		int pixels = picture.height() * picture.width();
		int channels = picture.channels();
		float[] values = picture.values();
		if (norms.length != pixels) {
			norms = new float[pixels];
			sorted = new float[pixels];
		}
		for (int i = 0; i < pixels; i++) {
			float sum = 0;
			for (int c = 0; c < channels; c++) {
				sum += values[i * channels + c] * values[i * channels + c];
			}
			norms[i] = (float) Math.sqrt(sum);
		}
		double limit = bound;
		if (percentile > 0) {
			System.arraycopy(norms, 0, sorted, 0, pixels);
			limit = Math.max(limit, Percentile.of(sorted, percentile));
		}
		for (int i = 0; i < pixels; i++) {
			if (norms[i] < limit) {
				Arrays.fill(values, i * channels, (i + 1) * channels, 0);
			}
		}
	}
}
