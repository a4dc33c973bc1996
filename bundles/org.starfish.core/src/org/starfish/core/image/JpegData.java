// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

import java.awt.image.Raster;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** What Java's JPEG reader does not say or do: the number of scans, and CMYK pictures as printers' tools write them. */
final class JpegData {
	private static final int START_OF_SCAN = 0xda;
	private static final int ADOBE_SEGMENT = 0xee;

	private JpegData() {
	}

	/** How many times the decoder goes over the picture, at most. */
	static int scans(byte[] file) {
		int scans = 0;
		for (int i = 0; i + 1 < file.length; i++) {
			if (file[i] == (byte) 0xff && file[i + 1] == (byte) START_OF_SCAN) {
				scans++;
			}
		}
		return Math.max(1, scans);
	}

	/** Whether the first frame header names four components. */
	static boolean isCmyk(byte[] file) {
		int at = segment(file, JpegData::isFrameHeader);
		return at >= 0 && at + 9 < file.length && file[at + 9] == 4;
	}

	/**
	 * Converts four raw channels to sRGB, without a printer's profile: every ink takes away its share of the light.
	 * Files with an Adobe segment hold the inverted amount of ink, possibly with the first three channels as YCbCr.
	 */
	static RgbImage toRgb(Raster raster, byte[] file) {
		int adobe = segment(file, marker -> marker == ADOBE_SEGMENT);
		boolean inverted = adobe >= 0 && adobe + 16 <= file.length
				&& Arrays.equals(file, adobe + 4, adobe + 9, new byte[] { 'A', 'd', 'o', 'b', 'e' }, 0, 5);
		boolean ycck = inverted && file[adobe + 15] == 2;
		int width = raster.getWidth();
		int height = raster.getHeight();
		int[] row = new int[4 * width];
		byte[] rgb = new byte[3 * width * height];
		for (int y = 0, at = 0; y < height; y++) {
			raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
			for (int x = 0; x < row.length; x += 4) {
				double cyan = row[x];
				double magenta = row[x + 1];
				double yellow = row[x + 2];
				if (ycck) {
					double luma = row[x];
					double blue = row[x + 1] - 128;
					double red = row[x + 2] - 128;
					cyan = Math.clamp(luma + 1.402 * red, 0.0, 255.0);
					magenta = Math.clamp(luma - 0.344136 * blue - 0.714136 * red, 0.0, 255.0);
					yellow = Math.clamp(luma + 1.772 * blue, 0.0, 255.0);
				}
				double black = inverted ? row[x + 3] : 255 - row[x + 3];
				rgb[at++] = (byte) Math.round((inverted ? cyan : 255 - cyan) * black / 255);
				rgb[at++] = (byte) Math.round((inverted ? magenta : 255 - magenta) * black / 255);
				rgb[at++] = (byte) Math.round((inverted ? yellow : 255 - yellow) * black / 255);
			}
		}
		return new RgbImage(width, height, rgb);
	}

	private static boolean isFrameHeader(int marker) {
		return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
	}

	/** The offset of the first segment, before the picture's data, whose marker is wanted; -1 if there is none. */
	private static int segment(byte[] file, IntPredicate wanted) {
		int at = 2;
		while (at + 4 <= file.length && file[at] == (byte) 0xff) {
			int marker = file[at + 1] & 0xff;
			if (marker == 0xff) {
				at++;
				continue;
			}
			if (wanted.test(marker)) {
				return at;
			}
			if (marker == START_OF_SCAN) {
				return -1;
			}
			at += 2 + ((file[at + 2] & 0xff) << 8 | file[at + 3] & 0xff);
		}
		return -1;
	}
}
