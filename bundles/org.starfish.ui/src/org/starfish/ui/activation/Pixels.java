// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.starfish.core.image.RgbImage;

/** Turns pixels of the core into those of SWT, and back. */
public final class Pixels {
	private static final PaletteData RGB = new PaletteData(0xff0000, 0xff00, 0xff);
	private static final int DEPTH = 24;

	private Pixels() {
	}

	/**
	 * @param argb row after row; what is above the colours is ignored
	 */
	static ImageData data(int[] argb, int width, int height) {
		var data = new ImageData(width, height, DEPTH, RGB);
		for (int y = 0; y < height; y++) {
			data.setPixels(0, y, width, argb, y * width);
		}
		return data;
	}

	/** A picture of the core. */
	public static ImageData data(RgbImage image) {
		return new ImageData(image.width(), image.height(), DEPTH, RGB, 1, image.rgb());
	}

	/** A picture of the clipboard; transparent parts are laid over white. */
	static RgbImage image(ImageData data) {
		int[] pixels = new int[data.width * data.height];
		for (int y = 0; y < data.height; y++) {
			for (int x = 0; x < data.width; x++) {
				int rgb = rgb(data, x, y);
				int alpha = alpha(data, x, y);
				int pixel = 0;
				for (int shift = 16; shift >= 0; shift -= 8) {
					int part = rgb >> shift & 0xff;
					pixel |= (part * alpha + 255 * (255 - alpha) + 127) / 255 << shift;
				}
				pixels[y * data.width + x] = pixel;
			}
		}
		return RgbImage.of(data.width, data.height, pixels);
	}

	private static int rgb(ImageData data, int x, int y) {
		var color = data.palette.getRGB(data.getPixel(x, y));
		return color.red << 16 | color.green << 8 | color.blue;
	}

	private static int alpha(ImageData data, int x, int y) {
		if (data.transparentPixel >= 0 && data.getPixel(x, y) == data.transparentPixel) {
			return 0;
		}
		return data.alphaData != null ? data.getAlpha(x, y) : data.alpha >= 0 ? data.alpha : 255;
	}
}
