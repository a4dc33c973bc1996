// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

import java.util.Arrays;

/**
 * A picture as it is shown and stored: 8-bit sRGB, no transparency. Crosses from the core to the user interface.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param rgb red, green and blue of each pixel, row after row from the top: {@code 3 * width * height} bytes, unsigned.
 *        Not copied: whoever makes or gets an image must not change it
 */
public record RgbImage(int width, int height, byte[] rgb) {
	public RgbImage {
		if (width < 1 || height < 1 || rgb.length != 3L * width * height) {
			throw new IllegalArgumentException("%d x %d pixels in %d bytes".formatted(width, height, rgb.length));
		}
	}

	/** A picture of one colour, {@code 0xRRGGBB}. */
	public static RgbImage filled(int width, int height, int color) {
		byte[] rgb = new byte[Math.multiplyExact(3, Math.multiplyExact(width, height))];
		for (int i = 0; i < rgb.length; i += 3) {
			rgb[i] = (byte) (color >> 16);
			rgb[i + 1] = (byte) (color >> 8);
			rgb[i + 2] = (byte) color;
		}
		return new RgbImage(width, height, rgb);
	}

	/**
	 * A picture of numbers, rounded and clipped to 0..255.
	 *
	 * @param image 1 channel for gray, 3 for red, green and blue; NaN becomes 0
	 */
	public static RgbImage of(FloatImage image) {
		if (image.channels() != 1 && image.channels() != 3) {
			throw new IllegalArgumentException(image.channels() + " channels are no picture");
		}
		float[] values = image.values();
		byte[] rgb = new byte[Math.multiplyExact(3, Math.multiplyExact(image.width(), image.height()))];
		for (int i = 0; i < rgb.length; i++) {
			float value = image.channels() == 3 ? values[i] : values[i / 3];
			rgb[i] = (byte) Math.round(Math.clamp(value, 0f, 255f));
		}
		return new RgbImage(image.width(), image.height(), rgb);
	}

	/**
	 * A picture of pixels.
	 *
	 * @param pixels {@code 0xRRGGBB}, row after row; what is above is ignored
	 */
	public static RgbImage of(int width, int height, int[] pixels) {
		byte[] rgb = new byte[Math.multiplyExact(3, pixels.length)];
		for (int i = 0; i < pixels.length; i++) {
			rgb[3 * i] = (byte) (pixels[i] >> 16);
			rgb[3 * i + 1] = (byte) (pixels[i] >> 8);
			rgb[3 * i + 2] = (byte) pixels[i];
		}
		return new RgbImage(width, height, rgb);
	}

	/** The colour of a pixel, {@code 0xRRGGBB}. */
	public int pixel(int x, int y) {
		int at = 3 * (y * width + x);
		return (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | rgb[at + 2] & 0xff;
	}

	/** The same picture as numbers 0..255, with channels red, green, blue. */
	public FloatImage toFloats() {
		float[] values = new float[rgb.length];
		for (int i = 0; i < rgb.length; i++) {
			values[i] = rgb[i] & 0xff;
		}
		return new FloatImage(width, height, 3, values);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof RgbImage image && width == image.width && height == image.height
				&& Arrays.equals(rgb, image.rgb);
	}

	@Override
	public int hashCode() {
		return 31 * width + Arrays.hashCode(rgb);
	}

	@Override
	public String toString() {
		return "RgbImage[" + width + "x" + height + "]";
	}
}
