// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.regularizer;

import java.util.Arrays;

import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.Step;

/**
 * Makes those pixels gray that contribute least to the objective. What the objective would gain if a pixel were gray is, to first
 * order, the sum of {@code -x da/dx} over red, green and blue. (Yosinski et al. 2015, section 3)
 */
public final class SmallContributionClip implements ImageRegularizer {
	private final double percentile;
	private final boolean magnitude;
	private float[] contributions = new float[0];
	private float[] sorted = new float[0];

	/**
	 * @param percentile of pixels that become gray, 0 to 100
	 * @param magnitude whether small means near 0, as in the paper; else the most negative are the smallest, as in its program:
	 *        those pixels that the objective would miss most
	 */
	public SmallContributionClip(double percentile, boolean magnitude) {
		this.percentile = percentile;
		this.magnitude = magnitude;
	}

	@Override
	public void apply(Picture picture, Picture gradient, Step step) {
		int pixels = picture.height() * picture.width();
		int channels = picture.channels();
		float[] values = picture.values();
		float[] slopes = gradient.values();
		if (contributions.length != pixels) {
			contributions = new float[pixels];
			sorted = new float[pixels];
		}
		for (int i = 0; i < pixels; i++) {
			float sum = 0;
			for (int c = 0; c < channels; c++) {
				sum -= values[i * channels + c] * slopes[i * channels + c];
			}
			contributions[i] = magnitude ? Math.abs(sum) : sum;
		}
		System.arraycopy(contributions, 0, sorted, 0, pixels);
		double limit = Percentile.of(sorted, percentile);
		for (int i = 0; i < pixels; i++) {
			if (contributions[i] < limit) {
				Arrays.fill(values, i * channels, (i + 1) * channels, 0);
			}
		}
	}
}
