// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.activation;

import java.util.Arrays;

import org.starfish.core.image.Colormap;
import org.starfish.core.image.RgbImage;
import org.starfish.core.network.Shape;

/**
 * Where in its input a unit is sensitive: for each pixel the greatest absolute gradient over the channels. (Simonyan,
 * Vedaldi, Zisserman, "Deep inside convolutional networks", 2013)
 */
public final class SaliencyMap {
	/** The share of pixels that may be too bright to be told apart; a single one would darken all others. */
	private static final double CLIPPED = 0.005;
	private static final int SMALLEST_SIDE = 224;

	private SaliencyMap() {
	}

	/**
	 * Draws the gradient's strength, from black (none) to cream; small inputs are enlarged by a whole factor.
	 *
	 * @param gradient of one example with respect to the input, channels last
	 * @param input the input's shape, in whatever order
	 */
	public static RgbImage draw(float[] gradient, Shape input) {
		int channels = input.isSpatial() ? input.channels() : 1;
		int width = input.isSpatial() ? input.width() : 1;
		int height = gradient.length / channels / width;
		float[] strength = new float[height * width];
		for (int i = 0; i < gradient.length; i++) {
			float value = Math.abs(gradient[i]);
			if (Float.isFinite(value)) {
				strength[i / channels] = Math.max(strength[i / channels], value);
			}
		}
		float[] sorted = strength.clone();
		Arrays.sort(sorted);
		float greatest = sorted[(int) ((sorted.length - 1) * (1 - CLIPPED))];
		greatest = greatest > 0 ? greatest : Math.max(sorted[sorted.length - 1], Float.MIN_NORMAL);
		int factor = Math.max(1, Math.ceilDiv(SMALLEST_SIDE, Math.max(height, width)));
		RgbImage image = RgbImage.filled(width * factor, height * factor, 0);
		for (int y = 0; y < image.height(); y++) {
			for (int x = 0; x < image.width(); x++) {
				Colormap.MAGMA.paint(strength[y / factor * width + x / factor] / greatest, image.rgb(),
						3 * (y * image.width() + x));
			}
		}
		return image;
	}
}
