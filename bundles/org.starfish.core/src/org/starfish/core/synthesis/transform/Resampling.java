// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.transform;

import java.util.Arrays;

import org.starfish.core.synthesis.picture.Picture;

/** Linear interpolation of a picture at another size, and its transpose. */
final class Resampling {
	private final boolean averages;
	private final Taps rows = new Taps();
	private final Taps columns = new Taps();
	private final Taps rowsBack = new Taps();
	private final Taps columnsBack = new Taps();
	private int height;
	private int width;
	private int toHeight;
	private int toWidth;
	/** A row of the source. Rows are worked on in arrays of their own: only there the compiler makes vector instructions of a loop. */
	private float[] line = new float[0];
	/** A row of the target's height and the source's width. */
	private float[] mixed = new float[0];

	/**
	 * @param averages whether a source pixel that lies between the sampled ones counts too when the picture shrinks: the kernel
	 *        is widened by the factor
	 */
	Resampling(boolean averages) {
		this.averages = averages;
	}

	/** Fills {@code to}, which has its size. */
	void apply(Picture from, Picture to) {
		if (height != from.height() || width != from.width() || toHeight != to.height() || toWidth != to.width()) {
			height = from.height();
			width = from.width();
			toHeight = to.height();
			toWidth = to.width();
			rows.interpolate(height, toHeight, averages);
			columns.interpolate(width, toWidth, averages);
			rowsBack.transpose(rows);
			columnsBack.transpose(columns);
		}
		multiply(rows, columns, from, to);
	}

	/** The transpose of the last {@link #apply}; fills {@code to}, which has the size of what that was applied to. */
	void transpose(Picture from, Picture to) {
		multiply(rowsBack, columnsBack, from, to);
	}

	private void multiply(Taps rowTaps, Taps columnTaps, Picture from, Picture to) {
		int stride = from.stride();
		if (line.length < stride) {
			line = new float[stride + stride / 8];
			mixed = new float[line.length];
		}
		float[] target = to.values();
		for (int y = 0; y < rowTaps.size; y++) {
			Arrays.fill(mixed, 0, stride, 0);
			for (int tap = 0; tap < rowTaps.count; tap++) {
				float weight = rowTaps.weight[tap][y];
				if (weight != 0) {
					System.arraycopy(from.values(), (rowTaps.first[y] + tap) * stride, line, 0, stride);
					add(weight, line, mixed, stride);
				}
			}
			int at = y * to.stride();
			int tap = 0;
			if (from.channels() == 3 && columnTaps.count > 1) {
				twoTapsOfColors(columnTaps, mixed, target, at);
				tap = 2;
			} else {
				Arrays.fill(target, at, at + to.stride(), 0);
			}
			for (; tap < columnTaps.count; tap++) {
				addTap(columnTaps, tap, mixed, target, at, from.channels());
			}
		}
	}

	private static void add(float weight, float[] source, float[] target, int count) {
		for (int i = 0; i < count; i++) {
			target[i] += weight * source[i];
		}
	}

	private static void addTap(Taps taps, int tap, float[] source, float[] target, int at, int channels) {
		int[] first = taps.first;
		float[] weights = taps.weight[tap];
		int size = taps.size;
		for (int x = 0, to = at; x < size; x++) {
			int from = (first[x] + tap) * channels;
			float weight = weights[x];
			for (int c = 0; c < channels; c++, to++) {
				target[to] += weight * source[from + c];
			}
		}
	}

	/** The first two taps in the usual case, without inner loops. */
	private static void twoTapsOfColors(Taps taps, float[] source, float[] target, int at) {
		int[] first = taps.first;
		float[] weights = taps.weight[0];
		float[] nextWeights = taps.weight[1];
		int size = taps.size;
		for (int x = 0, to = at; x < size; x++, to += 3) {
			int from = 3 * first[x];
			float a = weights[x];
			float b = nextWeights[x];
			target[to] = a * source[from] + b * source[from + 3];
			target[to + 1] = a * source[from + 1] + b * source[from + 4];
			target[to + 2] = a * source[from + 2] + b * source[from + 5];
		}
	}
}
