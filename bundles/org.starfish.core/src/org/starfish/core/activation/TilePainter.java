// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.activation;

import org.starfish.core.image.Colormap;

/**
 * Paints single channels into an array of pixels of the caller's, at any size, so that a canvas can show thousands of
 * them while only those on the screen cost anything. Allocates nothing for a tile of the same size as the one before.
 * For one thread.
 */
public final class TilePainter {
	/** How many steps between the bounds are told apart before a gamma is taken. */
	private static final int FINE = 16 * 255;

	private final LayerActivation activation;
	private final Coloring coloring;
	private final int steps;
	/** The place in the colormap, 0 to 255, for each step between the bounds. */
	private final byte[] shades;
	private final int[] colors = new int[256];
	/** For each column of a tile the first of the map's columns that it shows, and behind the last one the end. */
	private int[] columns = new int[0];
	private int[] rows = new int[0];
	private int[] line = new int[0];

	/** Prepares to paint channels of one answer. */
	public TilePainter(LayerActivation activation, Coloring coloring) {
		this.activation = activation;
		this.coloring = coloring;
		steps = coloring.gamma() == 1 ? 255 : FINE;
		shades = new byte[steps + 1];
		for (int i = 0; i <= steps; i++) {
			shades[i] = (byte) Math.round(coloring.shade((double) i / steps) * 255);
		}
		Colormap colormap = coloring.colormap();
		for (int i = 0; i < 256; i++) {
			colors[i] = 0xff000000 | colormap.color(i / 255.0);
		}
	}

	/** The colours that {@link #indices} refers to, {@code 0xffRRGGBB}: 256 of them, in a new array. */
	public int[] palette() {
		return colors.clone();
	}

	/**
	 * Paints a channel in its own size, one index into the {@link #palette} a position.
	 *
	 * @param into where to paint
	 * @param offset of the upper left pixel
	 * @param stride from a pixel to the one below it
	 */
	public void indices(int channel, byte[] into, int offset, int stride) {
		Bounds bounds = coloring.bounds(activation, channel);
		float scale = scale(bounds);
		float[] planes = activation.planes();
		int from = channel * activation.positions();
		for (int y = 0; y < activation.height(); y++) {
			for (int x = 0; x < activation.width(); x++) {
				into[offset + y * stride + x] = shades[step(planes[from++], bounds.low(), scale)];
			}
		}
	}

	/**
	 * Paints a channel at any size: positions become blocks of pixels where it grows, and are averaged where it shrinks.
	 *
	 * @param argb where to paint, {@code 0xffRRGGBB}
	 * @param offset of the upper left pixel
	 * @param stride from a pixel to the one below it
	 * @param width of the tile in pixels, at least 1
	 * @param height of the tile in pixels, at least 1
	 */
	public void pixels(int channel, int[] argb, int offset, int stride, int width, int height) {
		columns = edges(columns, activation.width(), width);
		rows = edges(rows, activation.height(), height);
		line = line.length < width ? new int[width] : line;
		Bounds bounds = coloring.bounds(activation, channel);
		float scale = scale(bounds);
		float[] planes = activation.planes();
		int plane = channel * activation.positions();
		for (int y = 0; y < height; y++) {
			boolean same = y > 0 && rows[y] == rows[y - 1];
			if (!same) {
				paintLine(planes, plane, y, bounds.low(), scale, width);
			}
			System.arraycopy(line, 0, argb, offset + y * stride, width);
		}
	}

	private void paintLine(float[] planes, int plane, int y, float low, float scale, int width) {
		int firstRow = rows[y];
		int endRow = Math.max(firstRow + 1, rows[y + 1]);
		for (int x = 0; x < width; x++) {
			if (x > 0 && columns[x] == columns[x - 1]) {
				line[x] = line[x - 1];
				continue;
			}
			int firstColumn = columns[x];
			int endColumn = Math.max(firstColumn + 1, columns[x + 1]);
			float sum = 0;
			for (int row = firstRow; row < endRow; row++) {
				int at = plane + row * activation.width();
				for (int column = firstColumn; column < endColumn; column++) {
					sum += planes[at + column];
				}
			}
			float mean = sum / ((endRow - firstRow) * (endColumn - firstColumn));
			line[x] = colors[shades[step(mean, low, scale)] & 0xff];
		}
	}

	/** Where each of {@code pixels} pixels begins among {@code positions} positions. */
	private static int[] edges(int[] former, int positions, int pixels) {
		if (former.length == pixels + 1 && former[pixels] == positions) {
			return former;
		}
		int[] edges = new int[pixels + 1];
		for (int i = 0; i <= pixels; i++) {
			edges[i] = (int) ((long) i * positions / pixels);
		}
		return edges;
	}

	private float scale(Bounds bounds) {
		float span = bounds.high() - bounds.low();
		return span > 0 ? steps / span : 0;
	}

	private int step(float value, float low, float scale) {
		// What is no number becomes 0, like what is too low.
		return Math.clamp(Math.round((value - low) * scale), 0, steps);
	}
}
