// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.parameterization;

import java.util.Arrays;

/**
 * Discrete Fourier transforms along the first axis of {@code [n, batch]} complex arrays, all of the batch at once.
 * <p>
 * Mixed-radix decimation in frequency, in place (Cooley and Tukey 1965; Gentleman and Sande 1966): any length, fast for products
 * of small primes. So many transforms at a time as stay in the cache, all at the same place of their own: see {@link Butterflies}.
 */
final class Fft {
	/** At most how many transforms are worked on at a time. */
	private static final int BLOCK = 192;

	private final int n;
	private final int batch;
	private final int[] radices;
	/** Where the transform has its k-th coefficient. */
	private final int[] order;
	private final int block;
	private final float[][] re;
	private final float[][] im;
	/** For odd radices: the results, until all inputs are read. */
	private final float[][] resultRe;
	private final float[][] resultIm;
	private final float[] cos;
	private final float[] sin;

	/**
	 * @param n length of a transform
	 * @param batch how many transforms are done side by side
	 */
	Fft(int n, int batch) {
		this.n = n;
		this.batch = batch;
		radices = radices(n);
		order = order(n, radices);
		int blocks = (batch + BLOCK - 1) / BLOCK;
		block = (batch + blocks - 1) / blocks;
		re = new float[n][block];
		im = new float[n][block];
		int largest = 1;
		for (int radix : radices) {
			largest = Math.max(largest, radix % 2 == 0 ? 1 : radix);
		}
		resultRe = new float[largest][block];
		resultIm = new float[largest][block];
		cos = new float[n];
		sin = new float[n];
		for (int i = 0; i < n; i++) {
			cos[i] = (float) StrictMath.cos(2 * Math.PI * i / n);
			sin[i] = (float) StrictMath.sin(2 * Math.PI * i / n);
		}
	}

	private static int[] radices(int n) {
		int[] radices = new int[32];
		int count = 0;
		int rest = n;
		while (rest % 4 == 0) {
			radices[count++] = 4;
			rest /= 4;
		}
		for (int prime = 2; rest > 1; prime++) {
			while (rest % prime == 0) {
				radices[count++] = prime;
				rest /= prime;
			}
		}
		return Arrays.copyOf(radices, count);
	}

	/** Each pass leaves the coefficients that are k modulo its radix in the k-th part of what it worked on. */
	private static int[] order(int n, int[] radices) {
		int[] order = new int[n];
		for (int k = 0; k < n; k++) {
			int rest = k;
			int length = n;
			for (int radix : radices) {
				length /= radix;
				order[k] += rest % radix * length;
				rest /= radix;
			}
		}
		return order;
	}

	/**
	 * Replaces x by {@code X[k] = sum_j x[j] e^(-2 pi i jk / n)}, not normalized. With the arrays exchanged, real for
	 * imaginary, it is the inverse but for the factor {@code 1 / n}.
	 */
	void transform(float[] xRe, float[] xIm) {
		for (int from = 0; from < batch; from += block) {
			int count = Math.min(block, batch - from);
			for (int j = 0; j < n; j++) {
				System.arraycopy(xRe, j * batch + from, re[j], 0, count);
				System.arraycopy(xIm, j * batch + from, im[j], 0, count);
			}
			transform(count);
			for (int k = 0; k < n; k++) {
				System.arraycopy(re[order[k]], 0, xRe, k * batch + from, count);
				System.arraycopy(im[order[k]], 0, xIm, k * batch + from, count);
			}
		}
	}

	private void transform(int count) {
		int length = n;
		for (int radix : radices) {
			int m = length / radix;
			for (int first = 0; first < n; first += length) {
				for (int p = 0; p < m; p++) {
					int row = first + p;
					switch (radix) {
					case 2 -> Butterflies.two(re[row], im[row], re[row + m], im[row + m], count);
					case 4 -> Butterflies.four(re[row], im[row], re[row + m], im[row + m], re[row + 2 * m],
							im[row + 2 * m], re[row + 3 * m], im[row + 3 * m], count);
					default -> odd(radix, row, m, count);
					}
					turn(radix, row, m, p * (n / length), count);
				}
			}
			length = m;
		}
	}

	/** Multiplies the k-th result by {@code e^(-2 pi i angle k / n)}. */
	private void turn(int radix, int row, int m, int angle, int count) {
		if (angle > 0) {
			for (int k = 1; k < radix; k++) {
				Butterflies.turn(re[row + k * m], im[row + k * m], cos[k * angle], -sin[k * angle], count);
			}
		}
	}

	/** Any odd radix; uses that the roots of unity come in conjugate pairs. */
	private void odd(int radix, int row, int m, int count) {
		int half = radix / 2;
		// From here on sums of opposite inputs are where the one was, their differences where the other was.
		for (int j = 1; j <= half; j++) {
			int opposite = row + (radix - j) * m;
			Butterflies.two(re[row + j * m], im[row + j * m], re[opposite], im[opposite], count);
		}
		for (int k = 1; k <= half; k++) {
			System.arraycopy(re[row], 0, resultRe[k], 0, count);
			System.arraycopy(im[row], 0, resultIm[k], 0, count);
			add(cos, k, radix, row, m, resultRe[k], resultIm[k], count);
			Arrays.fill(resultRe[radix - k], 0, count, 0);
			Arrays.fill(resultIm[radix - k], 0, count, 0);
			add(sin, k, radix, row + radix * m, -m, resultRe[radix - k], resultIm[radix - k], count);
			Butterflies.conjugates(resultRe[k], resultIm[k], resultRe[radix - k], resultIm[radix - k], count);
		}
		add(cos, 0, radix, row, m, re[row], im[row], count);
		for (int k = 1; k < radix; k++) {
			swap(re, row + k * m, resultRe, k);
			swap(im, row + k * m, resultIm, k);
		}
	}

	/** Adds the rows {@code row + j step} for j from 1 to half the radix, each times the function's value at jk turns by the radix. */
	private void add(float[] function, int k, int radix, int row, int step, float[] sumRe, float[] sumIm, int count) {
		int half = radix / 2;
		int turn = n / radix;
		for (int j = 1; j <= half; j += 3) {
			int a = row + j * step;
			int b = row + Math.min(j + 1, half) * step;
			int c = row + Math.min(j + 2, half) * step;
			float u = function[j * k % radix * turn];
			float v = j + 1 > half ? 0 : function[(j + 1) * k % radix * turn];
			float w = j + 2 > half ? 0 : function[(j + 2) * k % radix * turn];
			Butterflies.add(sumRe, sumIm, u, re[a], im[a], v, re[b], im[b], w, re[c], im[c], count);
		}
	}

	private static void swap(float[][] a, int i, float[][] b, int j) {
		float[] row = a[i];
		a[i] = b[j];
		b[j] = row;
	}
}
