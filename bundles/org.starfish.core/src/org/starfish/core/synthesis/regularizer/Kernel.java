// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.regularizer;

import org.starfish.core.synthesis.picture.Picture;

/** Convolves pictures along both axes with a symmetric kernel. Keeps its arrays between calls. */
final class Kernel {
	/** How the picture goes on beyond its border. */
	enum Border {
		/** {@code cba|abc|cba} */
		REPEATING,
		/** {@code dcb|abc|ba.}: the pixel at the border does not count twice. */
		REFLECTING
	}

	private final Border border;
	/** Half of the kernel, the middle first. */
	private float[] half = { 1 };
	private int radius;
	private float[] row = new float[0];
	private float[] rows = new float[0];

	Kernel(Border border) {
		this.border = border;
	}

	/** Makes the kernel a Gaussian, normalized. */
	void gaussian(double sigma, int newRadius) {
		radius = newRadius;
		if (half.length <= radius) {
			half = new float[radius + 1];
		}
		double sum = 0;
		for (int i = 0; i <= radius; i++) {
			sum += (i == 0 ? 1 : 2) * StrictMath.exp(-0.5 * i * i / (sigma * sigma));
		}
		for (int i = 0; i <= radius; i++) {
			half[i] = (float) (StrictMath.exp(-0.5 * i * i / (sigma * sigma)) / sum);
		}
	}

	void apply(Picture picture) {
		int height = picture.height();
		int stride = picture.stride();
		int channels = picture.channels();
		int margin = radius * channels;
		if (row.length < stride + 2 * margin) {
			row = new float[stride + 2 * margin];
		}
		if (rows.length < picture.size()) {
			rows = new float[picture.size()];
		}
		float[] values = picture.values();
		for (int y = 0; y < height; y++) {
			int at = y * stride;
			System.arraycopy(values, at, row, margin, stride);
			for (int x = 1; x <= radius; x++) {
				int before = at + inside(-x, picture.width()) * channels;
				int after = at + inside(picture.width() - 1 + x, picture.width()) * channels;
				for (int c = 0; c < channels; c++) {
					row[margin - x * channels + c] = values[before + c];
					row[margin + stride + (x - 1) * channels + c] = values[after + c];
				}
			}
			scale(row, margin, half[0], rows, at, stride);
			for (int i = 1; i <= radius; i++) {
				add(row, margin - i * channels, margin + i * channels, half[i], rows, at, stride);
			}
		}
		for (int y = 0; y < height; y++) {
			int at = y * stride;
			scale(rows, at, half[0], values, at, stride);
			for (int i = 1; i <= radius; i++) {
				add(rows, inside(y - i, height) * stride, inside(y + i, height) * stride, half[i], values, at, stride);
			}
		}
	}

	private int inside(int position, int size) {
		if (size == 1) {
			return 0;
		}
		int at = position;
		int twice = border == Border.REPEATING ? 1 : 0;
		while (at < 0 || at >= size) {
			at = at < 0 ? -at - twice : 2 * size - 2 + twice - at;
		}
		return at;
	}

	private static void scale(float[] source, int from, float weight, float[] target, int to, int count) {
		for (int i = 0; i < count; i++) {
			target[to + i] = weight * source[from + i];
		}
	}

	private static void add(float[] source, int a, int b, float weight, float[] target, int to, int count) {
		for (int i = 0; i < count; i++) {
			target[to + i] += weight * (source[a + i] + source[b + i]);
		}
	}
}
