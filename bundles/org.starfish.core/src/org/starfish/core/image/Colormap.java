// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

/**
 * The colours that numbers are shown in. All but {@link #DIVERGING} grow brighter with the number, evenly to the eye,
 * and stay readable without colour vision.
 */
public enum Colormap {
	/** Dark violet over green to yellow; the colours of van der Walt and Smith (2015), interpolated from 11 of them. */
	VIRIDIS(0x440154, 0x482576, 0x414487, 0x35608d, 0x2a788e, 0x21908c, 0x22a884, 0x43bf71, 0x7ad151, 0xbbdf27,
			0xfde725),
	/** Black over purple and orange to cream; the colours of van der Walt and Smith (2015), interpolated from 11. */
	MAGMA(0x000004, 0x140e36, 0x3b0f70, 0x641a80, 0x8c2981, 0xb63679, 0xde4968, 0xf76f5c, 0xfe9f6d, 0xfece91, 0xfcfdbf),
	/** Black to white. */
	GRAY(0x000000, 0xffffff),
	/**
	 * For signed numbers, zero in the middle: light blue, blue, nearly black, orange, cream. The middle is dark, not
	 * white, so that a grid of activations, most of them zero, is quiet.
	 */
	DIVERGING(0xa6d8ff, 0x2676c8, 0x141418, 0xcd5420, 0xffd796);

	private final byte[] table = new byte[256 * 3];

	Colormap(int... points) {
		for (int i = 0; i < 256; i++) {
			double position = i * (points.length - 1) / 255.0;
			int segment = Math.min((int) position, points.length - 2);
			for (int shift = 16, c = 0; c < 3; shift -= 8, c++) {
				double low = points[segment] >> shift & 0xff;
				double high = points[segment + 1] >> shift & 0xff;
				table[3 * i + c] = (byte) Math.round(low + (position - segment) * (high - low));
			}
		}
	}

	/**
	 * The colour of a number.
	 *
	 * @param value 0 to 1, clipped; NaN counts as 0
	 * @return {@code 0xRRGGBB}
	 */
	public int color(double value) {
		int i = index(value);
		return (table[i] & 0xff) << 16 | (table[i + 1] & 0xff) << 8 | table[i + 2] & 0xff;
	}

	/** Puts the colour of a number, as {@link #color} gives it, at {@code offset} of an {@link RgbImage}'s bytes. */
	public void paint(double value, byte[] rgb, int offset) {
		System.arraycopy(table, index(value), rgb, offset, 3);
	}

	/** A copy of the table: 256 colours of red, green and blue, unsigned. */
	public byte[] table() {
		return table.clone();
	}

	private static int index(double value) {
		return 3 * (int) Math.round(Math.clamp(Double.isNaN(value) ? 0 : value, 0.0, 1.0) * 255);
	}
}
