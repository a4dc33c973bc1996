// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

/** A picture in linear light, as large as the reliefs that are painted onto it. */
final class Canvas {
	final int width;
	final float scale;
	final float[] red;
	final float[] green;
	final float[] blue;

	Canvas(int width) {
		this.width = width;
		scale = width / Relief.SIZE;
		red = new float[width * width];
		green = new float[width * width];
		blue = new float[width * width];
	}

	float[][] planes() {
		return new float[][] { red, green, blue };
	}

	void set(int index, Color color) {
		red[index] = color.red();
		green[index] = color.green();
		blue[index] = color.blue();
	}

	void multiply(int index, float factor) {
		red[index] *= factor;
		green[index] *= factor;
		blue[index] *= factor;
	}

	void blend(int index, Color color, float share) {
		red[index] += share * (color.red() - red[index]);
		green[index] += share * (color.green() - green[index]);
		blue[index] += share * (color.blue() - blue[index]);
	}

	/** Blurs the whole picture; {@code radius} in drawing units. */
	void blur(float radius) {
		for (var plane : planes()) {
			blur(plane, width, radius * scale);
		}
	}

	/** Blurs a square plane in place by two box filters, close to a Gaussian; {@code radius} in pixels. */
	static void blur(float[] plane, int width, float radius) {
		var half = Math.round(radius);
		if (half < 1) {
			return;
		}
		var other = new float[plane.length];
		for (var pass = 0; pass < 2; pass++) {
			blurRows(plane, other, width, half);
			blurRows(other, plane, width, half);
		}
	}

	/** Box filter along rows, written transposed so that a second call filters the columns. */
	private static void blurRows(float[] from, float[] to, int width, int half) {
		var share = 1f / (2 * half + 1);
		for (var j = 0; j < width; j++) {
			var row = j * width;
			var sum = 0f;
			for (var i = -half; i <= half; i++) {
				sum += from[row + Math.max(0, Math.min(width - 1, i))];
			}
			for (var i = 0; i < width; i++) {
				to[i * width + j] = sum * share;
				sum += from[row + Math.min(width - 1, i + half + 1)] - from[row + Math.max(0, i - half)];
			}
		}
	}
}
