// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

/** Smooth random fields over the plane: gradient noise, its fractal sum and cell (Worley) noise, all about 1 unit in feature size. */
final class Noise {
	private final int seed;

	Noise(long seed) {
		this.seed = (int) (seed ^ seed >>> 32);
	}

	private int hash(int x, int y) {
		var h = seed + x * 0x27D4EB2D + y * 0x165667B1;
		h = (h ^ h >>> 15) * 0x85EBCA6B;
		h = (h ^ h >>> 13) * 0xC2B2AE35;
		return h ^ h >>> 16;
	}

	private float corner(int x, int y, float dx, float dy) {
		var h = hash(x, y);
		return ((h & 0xFFFF) / 32767.5f - 1) * dx + ((h >>> 16) / 32767.5f - 1) * dy;
	}

	/** Gradient noise (Perlin 2002), about -1 to 1. */
	float at(float x, float y) {
		var x0 = (int) Math.floor(x);
		var y0 = (int) Math.floor(y);
		var dx = x - x0;
		var dy = y - y0;
		var sx = dx * dx * dx * (dx * (dx * 6 - 15) + 10);
		var sy = dy * dy * dy * (dy * (dy * 6 - 15) + 10);
		var top = corner(x0, y0, dx, dy) * (1 - sx) + corner(x0 + 1, y0, dx - 1, dy) * sx;
		var bottom = corner(x0, y0 + 1, dx, dy - 1) * (1 - sx) + corner(x0 + 1, y0 + 1, dx - 1, dy - 1) * sx;
		return 1.3f * (top * (1 - sy) + bottom * sy);
	}

	/** Sum of octaves of {@link #at}, each half as large and twice as fine, about -1 to 1. */
	float fractal(float x, float y, int octaves) {
		var sum = 0f;
		var weight = 0.6f;
		for (var i = 0; i < octaves; i++) {
			sum += weight * at(x, y);
			x = 2 * x + 17.3f;
			y = 2 * y - 9.1f;
			weight /= 2;
		}
		return sum;
	}

	/** Distance to the nearest of the points strewn one to a unit cell: 0 on a point, about 0.7 between them. */
	float cells(float x, float y) {
		var x0 = (int) Math.floor(x);
		var y0 = (int) Math.floor(y);
		var nearest = 9f;
		for (var i = -1; i <= 1; i++) {
			for (var j = -1; j <= 1; j++) {
				var h = hash(x0 + i, y0 + j);
				var dx = x0 + i + 0.15f + 0.7f * (h & 0xFFFF) / 65535f - x;
				var dy = y0 + j + 0.15f + 0.7f * (h >>> 16) / 65535f - y;
				nearest = Math.min(nearest, dx * dx + dy * dy);
			}
		}
		return (float) Math.sqrt(nearest);
	}
}
