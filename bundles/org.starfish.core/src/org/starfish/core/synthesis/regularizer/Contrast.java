// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.regularizer;

import org.starfish.core.synthesis.picture.Picture;

/**
 * Penalizes contrast: {@code sum x^2 / 128}, so that the gradient of a pixel a quarter of the range away from gray is 1.
 */
public final class Contrast implements Penalty {
	private static final float UNIT = 64;

	@Override
	public double score(Picture picture, float weight, Picture gradient) {
		float[] x = picture.values();
		float[] g = gradient.values();
		double sum = 0;
		for (int i = 0; i < picture.size(); i++) {
			sum += x[i] * x[i];
			g[i] += weight / UNIT * x[i];
		}
		return sum / (2 * UNIT);
	}
}
