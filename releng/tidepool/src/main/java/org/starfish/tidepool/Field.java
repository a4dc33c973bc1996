// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

/** Functions of a number, and patterns over the plane, that several creatures share. */
final class Field {
	private Field() {
	}

	/** 0 below {@code low}, 1 above {@code high} and smooth between. */
	static float step(float low, float high, float value) {
		var t = Math.max(0, Math.min(1, (value - low) / (high - low)));
		return t * t * (3 - 2 * t);
	}

	/**
	 * A labyrinth of winding bands, as a reaction of two diffusing substances leaves it: what is close excites, what is a little
	 * farther inhibits (Gierer and Meinhardt 1972, with difference of boxes for the two diffusions).
	 *
	 * @param cells width of a band in cells
	 * @return {@code size} x {@code size} values from -1 to 1, 0 on the edges of the bands
	 */
	static float[] labyrinth(int size, float cells, Chance chance) {
		var field = new float[size * size];
		for (var i = 0; i < field.length; i++) {
			field[i] = chance.between(-1, 1);
		}
		for (var round = 0; round < 12; round++) {
			var wide = field.clone();
			Canvas.blur(field, size, cells * 0.5f);
			Canvas.blur(wide, size, cells * 1.15f);
			for (var i = 0; i < field.length; i++) {
				field[i] = (float) Math.tanh((round < 2 ? 12 : 4) * (field[i] - wide[i]) + (round < 2 ? 0 : 0.4f * field[i]));
			}
		}
		Canvas.blur(field, size, Math.max(1, cells * 0.25f));
		return field;
	}

	/** Bilinear look-up in a square grid, mirrored beyond its edges. */
	static float sample(float[] grid, int size, float x, float y) {
		var x0 = (int) Math.floor(x);
		var y0 = (int) Math.floor(y);
		var dx = x - x0;
		var dy = y - y0;
		var left = fold(x0, size);
		var right = fold(x0 + 1, size);
		var top = fold(y0, size) * size;
		var bottom = fold(y0 + 1, size) * size;
		return (grid[top + left] * (1 - dx) + grid[top + right] * dx) * (1 - dy)
				+ (grid[bottom + left] * (1 - dx) + grid[bottom + right] * dx) * dy;
	}

	private static int fold(int i, int size) {
		var k = Math.floorMod(i, 2 * size);
		return k < size ? k : 2 * size - 1 - k;
	}
}
