// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

import java.util.Arrays;

/**
 * A surface seen from above: for each pixel the height of the topmost shape laid there and the position on that shape. All
 * positions are in drawing units, {@link #SIZE} to a picture's side, whatever the pixels.
 */
final class Relief {
	/** Side of a picture in drawing units. */
	static final float SIZE = 96;
	/** Height where nothing is. */
	static final float NOTHING = -1e6f;

	final int width;
	final float scale;
	final float[] height;
	final float[] u;
	final float[] v;
	final byte[] part;

	/** An empty relief with {@code width} pixels a side. */
	Relief(int width) {
		this.width = width;
		scale = width / SIZE;
		height = new float[width * width];
		u = new float[width * width];
		v = new float[width * width];
		part = new byte[width * width];
		Arrays.fill(height, NOTHING);
	}

	/** Lays down one point if it is above what is there. */
	void set(int index, float z, int partNumber, float along, float across) {
		if (z > height[index]) {
			height[index] = z;
			u[index] = along;
			v[index] = across;
			part[index] = (byte) partNumber;
		}
	}

	/**
	 * Lays down an ellipsoid with a round outline.
	 *
	 * @param flatness its thickness as a share of its radius
	 * @param along {@code u} of all its points
	 * @param tx direction in which {@code v} is constant, a unit vector
	 */
	void ball(float x, float y, float z, float radius, float flatness, int partNumber, float along, float tx, float ty) {
		var x0 = Math.max(0, (int) Math.floor((x - radius) * scale - 0.5f));
		var x1 = Math.min(width - 1, (int) Math.ceil((x + radius) * scale - 0.5f));
		var y0 = Math.max(0, (int) Math.floor((y - radius) * scale - 0.5f));
		var y1 = Math.min(width - 1, (int) Math.ceil((y + radius) * scale - 0.5f));
		var square = radius * radius;
		for (var j = y0; j <= y1; j++) {
			var dy = (j + 0.5f) / scale - y;
			for (var i = x0; i <= x1; i++) {
				var dx = (i + 0.5f) / scale - x;
				var rest = square - dx * dx - dy * dy;
				if (rest > 0) {
					var top = z + flatness * (float) Math.sqrt(rest);
					if (top > height[j * width + i]) {
						set(j * width + i, top, partNumber, along, (dy * tx - dx * ty) / radius);
					}
				}
			}
		}
	}

	/** Lays down balls along a path, densely enough to look like one tube; {@code u} grows from 0 to 1. */
	void tube(Path path, float flatness, int partNumber) {
		var total = path.length();
		var done = 0f;
		for (var k = 0; k + 1 < path.size(); k++) {
			var dx = path.x(k + 1) - path.x(k);
			var dy = path.y(k + 1) - path.y(k);
			var dz = path.z(k + 1) - path.z(k);
			var flat = (float) Math.sqrt(dx * dx + dy * dy);
			var span = (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
			var tx = flat < 1e-4f ? 1 : dx / flat;
			var ty = flat < 1e-4f ? 0 : dy / flat;
			var step = Math.max(0.7f / scale, 0.12f * Math.min(path.radius(k), path.radius(k + 1)));
			var steps = Math.max(1, (int) Math.ceil(span / step));
			for (var i = 0; i < steps; i++) {
				var t = (float) i / steps;
				var radius = path.radius(k) + t * (path.radius(k + 1) - path.radius(k));
				ball(path.x(k) + t * dx, path.y(k) + t * dy, path.z(k) + t * dz, Math.max(radius, 0.45f / scale), flatness,
						partNumber, (done + t * span) / total, tx, ty);
			}
			done += span;
		}
	}

	/** Where the picture is covered. */
	boolean covers(int index) {
		return height[index] > NOTHING;
	}
}
