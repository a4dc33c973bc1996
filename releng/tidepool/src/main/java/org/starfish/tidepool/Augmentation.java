// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

/**
 * Changes a drawing a little each time it is shown, so that the network learns what survives: mirrored, moved, turned, scaled,
 * relit, recoloured, blurred, noisy and partly hidden. Colours are shuffled hard because they must not give the class away.
 */
final class Augmentation {
	private static final int SIDE = Drawings.SIDE;

	private final float[] plain = new float[3 * SIDE * SIDE];

	/** Writes the network's input for unchanged pixels: -1 to 1, red, green, blue of each pixel in rows. */
	static void copy(byte[] pixels, float[] to, int offset) {
		for (var i = 0; i < pixels.length; i++) {
			to[offset + i] = (pixels[i] & 0xFF) / 127.5f - 1;
		}
	}

	/** Writes the network's input for changed pixels; the same layout as {@link #copy}. */
	void apply(byte[] pixels, float[] to, int offset, Chance chance) {
		warp(pixels, chance);
		if (chance.odds(0.3)) {
			soften(chance.between(0.2, 1));
		}
		recolor(chance);
		if (chance.odds(0.3)) {
			hide(chance);
		}
		var noise = chance.odds(0.5) ? chance.between(0, 0.16) : 0;
		var speckle = (int) chance.seed();
		for (var i = 0; i < plain.length; i++) {
			var value = plain[i];
			if (noise > 0) {
				// Xorshift: four uniform bytes are near enough to a normal draw, and cheap.
				speckle ^= speckle << 13;
				speckle ^= speckle >>> 17;
				speckle ^= speckle << 5;
				value += noise * (((speckle & 0xFF) + (speckle >>> 8 & 0xFF) + (speckle >>> 16 & 0xFF) + (speckle >>> 24)) / 147f - 3.47f);
			}
			to[offset + i] = Math.max(-1, Math.min(1, value));
		}
	}

	private void warp(byte[] pixels, Chance chance) {
		var scale = (float) Math.exp(0.13 * Math.max(-2, Math.min(2, chance.normal())));
		var turn = 0.2f * Math.max(-2, Math.min(2, chance.normal()));
		var flip = chance.odds(0.5) ? -1 : 1;
		var a = flip * (float) Math.cos(turn) / scale;
		var b = -(float) Math.sin(turn) / scale;
		var c = flip * (float) Math.sin(turn) / scale;
		var d = (float) Math.cos(turn) / scale;
		var middle = (SIDE - 1) / 2f;
		var shiftX = middle + chance.between(-9, 9);
		var shiftY = middle + chance.between(-9, 9);
		for (var j = 0; j < SIDE; j++) {
			for (var i = 0; i < SIDE; i++) {
				var x = fold(a * (i - middle) + b * (j - middle) + shiftX);
				var y = fold(c * (i - middle) + d * (j - middle) + shiftY);
				var x0 = Math.min(SIDE - 2, (int) x);
				var y0 = Math.min(SIDE - 2, (int) y);
				var dx = x - x0;
				var dy = y - y0;
				var from = 3 * (y0 * SIDE + x0);
				var to = 3 * (j * SIDE + i);
				for (var k = 0; k < 3; k++) {
					var top = (pixels[from + k] & 0xFF) * (1 - dx) + (pixels[from + 3 + k] & 0xFF) * dx;
					var bottom = (pixels[from + 3 * SIDE + k] & 0xFF) * (1 - dx) + (pixels[from + 3 * SIDE + 3 + k] & 0xFF) * dx;
					plain[to + k] = (top * (1 - dy) + bottom * dy) / 127.5f - 1;
				}
			}
		}
	}

	/** Mirrors a position beyond the picture back into it. */
	private static float fold(float position) {
		var p = Math.abs(position);
		return p <= SIDE - 1 ? p : Math.max(0, 2 * (SIDE - 1) - p);
	}

	private void recolor(Chance chance) {
		var contrast = (float) Math.exp(0.3 * chance.normal());
		var brightness = 0.22f * chance.normal();
		var saturation = chance.odds(0.1) ? 0 : (float) Math.exp(0.4 * chance.normal());
		var order = chance.odds(0.25) ? chance.integer(0, 5) : 0;
		var first = order % 3;
		var second = (order + (order < 3 ? 1 : 2)) % 3;
		var third = 3 - first - second;
		var red = 1 + 0.12f * chance.normal();
		var green = 1 + 0.12f * chance.normal();
		var blue = 1 + 0.12f * chance.normal();
		for (var p = 0; p < plain.length; p += 3) {
			var r = plain[p + first];
			var g = plain[p + second];
			var b = plain[p + third];
			var gray = (r + g + b) / 3;
			plain[p] = brightness + contrast * red * (gray + saturation * (r - gray));
			plain[p + 1] = brightness + contrast * green * (gray + saturation * (g - gray));
			plain[p + 2] = brightness + contrast * blue * (gray + saturation * (b - gray));
		}
	}

	/** A recursive filter to and fro along rows and columns. */
	private void soften(float strength) {
		var keep = strength / (1 + strength);
		for (var line = 0; line < SIDE; line++) {
			for (var k = 0; k < 3; k++) {
				smooth(3 * line * SIDE + k, 3, keep);
				smooth(3 * line + k, 3 * SIDE, keep);
			}
		}
	}

	private void smooth(int start, int stride, float keep) {
		for (var i = 1; i < SIDE; i++) {
			var here = start + i * stride;
			plain[here] += keep * (plain[here - stride] - plain[here]);
		}
		for (var i = SIDE - 2; i >= 0; i--) {
			var here = start + i * stride;
			plain[here] += keep * (plain[here + stride] - plain[here]);
		}
	}

	private void hide(Chance chance) {
		var wide = chance.integer(10, 38);
		var tall = chance.integer(10, 38);
		var x0 = chance.integer(0, SIDE - wide);
		var y0 = chance.integer(0, SIDE - tall);
		for (var k = 0; k < 3; k++) {
			var value = chance.between(-1, 1);
			for (var j = y0; j < y0 + tall; j++) {
				for (var i = x0; i < x0 + wide; i++) {
					plain[3 * (j * SIDE + i) + k] = value;
				}
			}
		}
	}
}
