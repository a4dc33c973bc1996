// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.picture;

import java.util.Arrays;

import org.starfish.core.image.FloatImage;

/**
 * A picture, or the gradient with respect to one, that is being worked on: {@code [height, width, channels]} in C order.
 * Mutable; made once and used again at each step.
 * <p>
 * Values of a picture are in pixel units (255 from black to white) relative to the gray that the network takes for zero, see
 * {@link PixelSpace}.
 */
public final class Picture {
	private int height;
	private int width;
	private final int channels;
	private float[] values;

	/** A picture of zeros. */
	public Picture(int height, int width, int channels) {
		this.height = height;
		this.width = width;
		this.channels = channels;
		values = new float[Math.multiplyExact(Math.multiplyExact(height, width), channels)];
	}

	/** A copy of an image's values as they are. */
	public static Picture of(FloatImage image) {
		var picture = new Picture(image.height(), image.width(), image.channels());
		System.arraycopy(image.values(), 0, picture.values, 0, picture.size());
		return picture;
	}

	public int height() {
		return height;
	}

	public int width() {
		return width;
	}

	public int channels() {
		return channels;
	}

	/** The number of values in a row. */
	public int stride() {
		return width * channels;
	}

	/** The number of values that count. */
	public int size() {
		return height * width * channels;
	}

	/** The values; may be longer than {@link #size()}. Another array after {@link #reshape} to a larger size. */
	public float[] values() {
		return values;
	}

	/** Gives this picture another size. What it holds is undefined afterwards. */
	public void reshape(int newHeight, int newWidth) {
		height = newHeight;
		width = newWidth;
		int size = Math.multiplyExact(Math.multiplyExact(newHeight, newWidth), channels);
		if (values.length < size) {
			// Views vary in size from step to step; a little more than needed ends the growing soon.
			values = new float[size + size / 8];
		}
	}

	/** Takes the size and values of another picture with as many channels. */
	public void set(Picture other) {
		reshape(other.height, other.width);
		System.arraycopy(other.values, 0, values, 0, size());
	}

	/** Sets all values. */
	public void fill(float value) {
		Arrays.fill(values, 0, size(), value);
	}

	/** The values as an image of their own. */
	public FloatImage toImage() {
		return new FloatImage(width, height, channels, Arrays.copyOf(values, size()));
	}
}
