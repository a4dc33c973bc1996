// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

/**
 * A picture, or any other grid of numbers, that is still being computed with.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param channels at least 1
 * @param values {@code [height, width, channels]} in C order, in any unit. Not copied
 */
public record FloatImage(int width, int height, int channels, float[] values) {
	public FloatImage {
		if (width < 1 || height < 1 || channels < 1 || values.length != (long) width * height * channels) {
			throw new IllegalArgumentException(
					"%d x %d x %d in %d values".formatted(height, width, channels, values.length));
		}
	}

	/** One value. */
	public float at(int x, int y, int channel) {
		return values[(y * width + x) * channels + channel];
	}
}
