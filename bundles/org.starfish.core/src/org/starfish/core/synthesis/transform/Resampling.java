// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.transform;

import java.util.Arrays;

import org.starfish.core.synthesis.Picture;

/**
 * Linear interpolation of a picture at another size, and its transpose. Pixels are squares whose centres are at half
 * coordinates; beyond the border lies the border. Arrays grow to the largest size seen.
 */
final class Resampling {
	private final boolean averages;
	private final Taps rows = new Taps();
	private final Taps columns = new Taps();
	private float[] between = new float[0];

	/**
	 * @param averages whether a source pixel that lies between the sampled ones counts too when the picture shrinks: the kernel
	 *        is widened by the factor
	 */
	Resampling(boolean averages) {
		this.averages = averages;
	}

	/** Fills {@code to}, which has its size. */
	void apply(Picture from, Picture to) {
		rows.set(from.height(), to.height(), averages);
		columns.set(from.width(), to.width(), averages);
		int stride = from.stride();
		int channels = from.channels();
		allocate(to.height() * stride);
		float[] source = from.values();
		float[] target = to.values();
		for (int y = 0; y < to.height(); y++) {
			int at = y * stride;
			for (int tap = rows.from(y); tap < rows.from(y + 1); tap++) {
				int row = rows.index[tap] * stride;
				float weight = rows.weight[tap];
				if (tap == rows.from(y)) {
					scale(source, row, weight, between, at, stride);
				} else {
					add(source, row, weight, between, at, stride);
				}
			}
			int out = y * to.stride();
			for (int x = 0; x < to.width(); x++, out += channels) {
				int first = columns.from(x);
				int last = columns.from(x + 1);
				for (int c = 0; c < channels; c++) {
					float sum = 0;
					for (int tap = first; tap < last; tap++) {
						sum += columns.weight[tap] * between[at + columns.index[tap] * channels + c];
					}
					target[out + c] = sum;
				}
			}
		}
	}

	/** The transpose of the last {@link #apply}; fills {@code to}, which has the size of what that was applied to. */
	void transpose(Picture from, Picture to) {
		int stride = to.stride();
		int channels = to.channels();
		allocate(from.height() * stride);
		float[] source = from.values();
		float[] target = to.values();
		to.fill(0);
		for (int y = 0; y < from.height(); y++) {
			int at = y * stride;
			Arrays.fill(between, at, at + stride, 0);
			int in = y * from.stride();
			for (int x = 0; x < from.width(); x++, in += channels) {
				int last = columns.from(x + 1);
				for (int tap = columns.from(x); tap < last; tap++) {
					int to0 = at + columns.index[tap] * channels;
					float weight = columns.weight[tap];
					for (int c = 0; c < channels; c++) {
						between[to0 + c] += weight * source[in + c];
					}
				}
			}
			for (int tap = rows.from(y); tap < rows.from(y + 1); tap++) {
				add(between, at, rows.weight[tap], target, rows.index[tap] * stride, stride);
			}
		}
	}

	private void allocate(int size) {
		if (between.length < size) {
			between = new float[size + size / 8];
		}
	}

	private static void scale(float[] source, int from, float weight, float[] target, int to, int count) {
		for (int i = 0; i < count; i++) {
			target[to + i] = weight * source[from + i];
		}
	}

	private static void add(float[] source, int from, float weight, float[] target, int to, int count) {
		for (int i = 0; i < count; i++) {
			target[to + i] += weight * source[from + i];
		}
	}

	/** Which source positions make up each target position along one axis, and with what weight. */
	private static final class Taps {
		int[] index = new int[0];
		float[] weight = new float[0];
		private int[] start = new int[0];
		private int source;
		private int target;

		int from(int position) {
			return start[position];
		}

		void set(int newSource, int newTarget, boolean averages) {
			if (source == newSource && target == newTarget) {
				return;
			}
			source = newSource;
			target = newTarget;
			double factor = (double) source / target;
			double reach = averages ? Math.max(1, factor) : 1;
			int most = target * (2 * (int) Math.ceil(reach) + 1);
			if (index.length < most) {
				index = new int[most + most / 8];
				weight = new float[index.length];
			}
			if (start.length <= target) {
				start = new int[target + target / 8 + 1];
			}
			int count = 0;
			for (int i = 0; i < target; i++) {
				start[i] = count;
				double center = Math.clamp((i + 0.5) * factor - 0.5, 0, source - 1.0);
				int first = Math.max(0, (int) Math.floor(center - reach) + 1);
				int last = Math.min(source - 1, (int) Math.ceil(center + reach) - 1);
				double sum = 0;
				int begin = count;
				for (int j = first; j <= last; j++) {
					double w = 1 - Math.abs(j - center) / reach;
					index[count] = j;
					weight[count++] = (float) w;
					sum += w;
				}
				for (int tap = begin; tap < count; tap++) {
					weight[tap] /= (float) sum;
				}
			}
			start[target] = count;
		}
	}
}
