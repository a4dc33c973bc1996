// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

import org.starfish.core.StarfishException;

/** Turns what the Java image readers decode, of any colour model, into 8-bit sRGB over white. */
final class Decoded {
	private Decoded() {
	}

	/**
	 * Converts a picture.
	 *
	 * @param name what to call the picture in messages
	 * @throws StarfishException if its colours are of a kind that cannot be converted
	 */
	static RgbImage toRgb(BufferedImage image, String name) throws StarfishException {
		ColorModel model = image.getColorModel();
		int type = model.getColorSpace().getType();
		boolean gray = type == ColorSpace.TYPE_GRAY;
		if (type == ColorSpace.TYPE_CMYK) {
			return fromInk(image.getRaster());
		}
		if (!gray && type != ColorSpace.TYPE_RGB && type != ColorSpace.TYPE_YCbCr) {
			throw new StarfishException("The colours of %s are neither RGB, gray nor CMYK; save it as an RGB picture."
					.formatted(name));
		}
		boolean straight = model instanceof ComponentColorModel && !model.isAlphaPremultiplied();
		// Java takes gray for linear light and would brighten it; the samples are meant as they are.
		if (straight && (gray || model.getColorSpace().isCS_sRGB())) {
			return fromSamples(image.getRaster(), gray, model.hasAlpha());
		}
		if (straight && !model.getColorSpace().isCS_sRGB()) {
			var target = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
			return fromPixels(new ColorConvertOp(null).filter(image, target));
		}
		return fromPixels(image);
	}

	private static RgbImage fromSamples(Raster raster, boolean gray, boolean alpha) {
		int width = raster.getWidth();
		int height = raster.getHeight();
		int bands = raster.getNumBands();
		double max = brightest(raster);
		double[] row = new double[width * bands];
		byte[] rgb = new byte[3 * width * height];
		for (int y = 0, at = 0; y < height; y++) {
			raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
			for (int x = 0; x < width; x++) {
				double opacity = alpha ? row[x * bands + bands - 1] / max : 1;
				for (int c = 0; c < 3; c++) {
					double sample = row[x * bands + (gray ? 0 : c)] / max;
					rgb[at++] = (byte) Math.round(255 * Math.clamp(sample * opacity + 1 - opacity, 0.0, 1.0));
				}
			}
		}
		return new RgbImage(width, height, rgb);
	}

	/** Every ink takes away its share of the light. */
	private static RgbImage fromInk(Raster raster) {
		int width = raster.getWidth();
		int height = raster.getHeight();
		int bands = raster.getNumBands();
		double max = brightest(raster);
		double[] row = new double[width * bands];
		byte[] rgb = new byte[3 * width * height];
		for (int y = 0, at = 0; y < height; y++) {
			raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
			for (int x = 0; x < width; x++) {
				double light = 1 - row[x * bands + 3] / max;
				for (int c = 0; c < 3; c++) {
					rgb[at++] = (byte) Math.round(255 * Math.clamp((1 - row[x * bands + c] / max) * light, 0.0, 1.0));
				}
			}
		}
		return new RgbImage(width, height, rgb);
	}

	private static double brightest(Raster raster) {
		return switch (raster.getTransferType()) {
		case DataBuffer.TYPE_BYTE -> bits(raster, 8);
		case DataBuffer.TYPE_USHORT -> bits(raster, 16);
		case DataBuffer.TYPE_SHORT -> Short.MAX_VALUE;
		case DataBuffer.TYPE_INT -> Integer.MAX_VALUE;
		default -> 1;
		};
	}

	private static double bits(Raster raster, int most) {
		return (1 << Math.min(most, raster.getSampleModel().getSampleSize(0))) - 1;
	}

	private static RgbImage fromPixels(BufferedImage image) {
		int width = image.getWidth();
		int height = image.getHeight();
		int[] row = new int[width];
		byte[] rgb = new byte[3 * width * height];
		for (int y = 0, at = 0; y < height; y++) {
			image.getRGB(0, y, width, 1, row, 0, width);
			for (int pixel : row) {
				int alpha = pixel >>> 24;
				for (int shift = 16; shift >= 0; shift -= 8) {
					int sample = pixel >> shift & 0xff;
					rgb[at++] = (byte) ((sample * alpha + 255 * (255 - alpha) + 127) / 255);
				}
			}
		}
		return new RgbImage(width, height, rgb);
	}
}
