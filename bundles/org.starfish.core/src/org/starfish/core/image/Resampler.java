// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

/**
 * Resizes pictures and other grids of numbers.
 * <p>
 * Along each axis on its own: where it shrinks, with the linear (triangle) kernel widened by the factor, so that every
 * source pixel counts and nothing aliases; where it grows, with the cubic kernel of Keys, "Cubic convolution
 * interpolation for digital image processing" (1981), a = -1/2, which may overshoot the range of its input a little.
 * Beyond the border the weights of what is there are normalized. A constant picture stays constant.
 */
public final class Resampler {
	private Resampler() {
	}

	/**
	 * Resizes a picture.
	 *
	 * @param width the new width, at least 1
	 * @param height the new height, at least 1
	 * @return a new picture, or {@code image} itself if it has that size
	 */
	public static FloatImage resize(FloatImage image, int width, int height, Fit fit) {
		if (image.width() == width && image.height() == height) {
			return image;
		}
		Area part = fit.part(image.width(), image.height(), width, height);
		var columns = new Axis(image.width(), part.x(), part.width(), width);
		var rows = new Axis(image.height(), part.y(), part.height(), height);
		return vertical(horizontal(image, columns), rows);
	}

	/** Resizes a picture; see {@link #resize(FloatImage, int, int, Fit)}. */
	public static RgbImage resize(RgbImage image, int width, int height, Fit fit) {
		if (image.width() == width && image.height() == height) {
			return image;
		}
		return RgbImage.of(resize(image.toFloats(), width, height, fit));
	}

	private static FloatImage horizontal(FloatImage image, Axis axis) {
		if (axis.isIdentity()) {
			return image;
		}
		int channels = image.channels();
		int width = axis.first.length;
		float[] source = image.values();
		float[] target = new float[Math.multiplyExact(Math.multiplyExact(width, image.height()), channels)];
		for (int y = 0; y < image.height(); y++) {
			for (int x = 0; x < width; x++) {
				float[] weights = axis.weights[x];
				int from = (y * image.width() + axis.first[x]) * channels;
				int to = (y * width + x) * channels;
				for (float weight : weights) {
					for (int c = 0; c < channels; c++) {
						target[to + c] += weight * source[from++];
					}
				}
			}
		}
		return new FloatImage(width, image.height(), channels, target);
	}

	private static FloatImage vertical(FloatImage image, Axis axis) {
		if (axis.isIdentity()) {
			return image;
		}
		int row = image.width() * image.channels();
		int height = axis.first.length;
		float[] source = image.values();
		float[] target = new float[Math.multiplyExact(row, height)];
		for (int y = 0; y < height; y++) {
			int from = axis.first[y] * row;
			for (float weight : axis.weights[y]) {
				for (int i = 0; i < row; i++) {
					target[y * row + i] += weight * source[from + i];
				}
				from += row;
			}
		}
		return new FloatImage(image.width(), height, image.channels(), target);
	}

	/** Which source pixels make up each target pixel along one axis, and with what weight. */
	private static final class Axis {
		final int[] first;
		final float[][] weights;
		private final boolean identity;

		/**
		 * @param size the number of source pixels
		 * @param start where the part to be resized begins, in source pixels
		 * @param length how long that part is
		 * @param target the number of target pixels
		 */
		Axis(int size, double start, double length, int target) {
			identity = start == 0 && length == size && target == size;
			first = new int[target];
			weights = new float[target][];
			double factor = length / target;
			boolean shrinks = factor > 1;
			double stretch = shrinks ? factor : 1;
			double reach = shrinks ? factor : 2;
			for (int i = 0; i < target; i++) {
				double centre = start + (i + 0.5) * factor - 0.5;
				int from = Math.clamp((long) Math.ceil(centre - reach), 0, size - 1);
				int to = Math.clamp((long) Math.floor(centre + reach), from, size - 1);
				first[i] = from;
				weights[i] = new float[to - from + 1];
				double sum = 0;
				for (int j = from; j <= to; j++) {
					double weight = shrinks ? linear((j - centre) / stretch) : cubic(j - centre);
					weights[i][j - from] = (float) weight;
					sum += weight;
				}
				for (int j = 0; j < weights[i].length; j++) {
					weights[i][j] /= (float) sum;
				}
			}
		}

		boolean isIdentity() {
			return identity;
		}

		private static double linear(double distance) {
			return Math.max(0, 1 - Math.abs(distance));
		}

		private static double cubic(double distance) {
			double d = Math.abs(distance);
			if (d < 1) {
				return (1.5 * d - 2.5) * d * d + 1;
			}
			return d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
		}
	}
}
