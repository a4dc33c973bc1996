// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.parameterization;

import java.util.Arrays;

/**
 * Discrete Fourier transforms along the first axis of {@code [n, batch]} complex arrays, all of the batch at once.
 * <p>
 * The self-sorting mixed-radix algorithm of Stockham (Cochran et al. 1967): any length, fast for products of small primes. The
 * innermost loops run over the batch, which the compiler turns into vector instructions.
 */
final class Fft {
	/** How many elements of a vector a large radix works on at a time, so that they stay in the cache. */
	private static final int BLOCK = 256;

	private final int n;
	private final int batch;
	private final int[] radices;
	private final float[] workRe;
	private final float[] workIm;
	/** For odd radices: sums and differences of opposite inputs. */
	private final float[] pairs;
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
		workRe = new float[n * batch];
		workIm = new float[n * batch];
		int largest = 1;
		for (int radix : radices) {
			largest = Math.max(largest, radix);
		}
		pairs = largest > 2 ? new float[4 * (largest / 2) * BLOCK] : new float[0];
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

	/**
	 * Replaces x by {@code X[k] = sum_j x[j] e^(-2 pi i jk / n)}, not normalized. With the arrays exchanged, real for
	 * imaginary, it is the inverse but for the factor {@code 1 / n}.
	 */
	void transform(float[] re, float[] im) {
		float[] xRe = re;
		float[] xIm = im;
		float[] yRe = workRe;
		float[] yIm = workIm;
		int length = n;
		int stride = batch;
		for (int radix : radices) {
			int m = length / radix;
			for (int p = 0; p < m; p++) {
				switch (radix) {
				case 2 -> two(xRe, xIm, yRe, yIm, p, m, stride);
				case 4 -> four(xRe, xIm, yRe, yIm, p, m, stride);
				default -> odd(radix, xRe, xIm, yRe, yIm, p, m, stride);
				}
			}
			length = m;
			stride *= radix;
			float[] swap = xRe;
			xRe = yRe;
			yRe = swap;
			swap = xIm;
			xIm = yIm;
			yIm = swap;
		}
		if (xRe != re) {
			System.arraycopy(xRe, 0, re, 0, n * batch);
			System.arraycopy(xIm, 0, im, 0, n * batch);
		}
	}

	private void two(float[] xRe, float[] xIm, float[] yRe, float[] yIm, int p, int m, int stride) {
		int twiddle = p * (n / (2 * m));
		float wRe = cos[twiddle];
		float wIm = -sin[twiddle];
		int a = p * stride;
		int b = (p + m) * stride;
		int to = 2 * p * stride;
		for (int q = 0; q < stride; q++) {
			float dRe = xRe[a + q] - xRe[b + q];
			float dIm = xIm[a + q] - xIm[b + q];
			yRe[to + q] = xRe[a + q] + xRe[b + q];
			yIm[to + q] = xIm[a + q] + xIm[b + q];
			yRe[to + stride + q] = dRe * wRe - dIm * wIm;
			yIm[to + stride + q] = dRe * wIm + dIm * wRe;
		}
	}

	private void four(float[] xRe, float[] xIm, float[] yRe, float[] yIm, int p, int m, int stride) {
		int twiddle = p * (n / (4 * m));
		float w1Re = cos[twiddle];
		float w1Im = -sin[twiddle];
		float w2Re = cos[2 * twiddle];
		float w2Im = -sin[2 * twiddle];
		float w3Re = cos[3 * twiddle];
		float w3Im = -sin[3 * twiddle];
		int a = p * stride;
		int b = (p + m) * stride;
		int c = (p + 2 * m) * stride;
		int d = (p + 3 * m) * stride;
		int y0 = 4 * p * stride;
		int y1 = y0 + stride;
		int y2 = y1 + stride;
		int y3 = y2 + stride;
		for (int q = 0; q < stride; q++) {
			float evenRe = xRe[a + q] + xRe[c + q];
			float evenIm = xIm[a + q] + xIm[c + q];
			float oddRe = xRe[b + q] + xRe[d + q];
			float oddIm = xIm[b + q] + xIm[d + q];
			float acRe = xRe[a + q] - xRe[c + q];
			float acIm = xIm[a + q] - xIm[c + q];
			float bdRe = xRe[b + q] - xRe[d + q];
			float bdIm = xIm[b + q] - xIm[d + q];
			yRe[y0 + q] = evenRe + oddRe;
			yIm[y0 + q] = evenIm + oddIm;
			float t1Re = acRe + bdIm;
			float t1Im = acIm - bdRe;
			yRe[y1 + q] = t1Re * w1Re - t1Im * w1Im;
			yIm[y1 + q] = t1Re * w1Im + t1Im * w1Re;
			float t2Re = evenRe - oddRe;
			float t2Im = evenIm - oddIm;
			yRe[y2 + q] = t2Re * w2Re - t2Im * w2Im;
			yIm[y2 + q] = t2Re * w2Im + t2Im * w2Re;
			float t3Re = acRe - bdIm;
			float t3Im = acIm + bdRe;
			yRe[y3 + q] = t3Re * w3Re - t3Im * w3Im;
			yIm[y3 + q] = t3Re * w3Im + t3Im * w3Re;
		}
	}

	/** Any odd radix; uses that the roots of unity come in conjugate pairs. */
	private void odd(int radix, float[] xRe, float[] xIm, float[] yRe, float[] yIm, int p, int m, int stride) {
		int half = radix / 2;
		int turn = n / radix;
		int twiddle = p * (n / (radix * m));
		for (int from = 0; from < stride; from += BLOCK) {
			int count = Math.min(BLOCK, stride - from);
			int x0 = p * stride + from;
			int y0 = radix * p * stride + from;
			System.arraycopy(xRe, x0, yRe, y0, count);
			System.arraycopy(xIm, x0, yIm, y0, count);
			for (int j = 1; j <= half; j++) {
				gather(xRe, xIm, x0 + j * m * stride, x0 + (radix - j) * m * stride, 4 * (j - 1) * BLOCK, count);
				add(yRe, yIm, y0, 4 * (j - 1) * BLOCK, count);
			}
			for (int k = 1; k <= half; k++) {
				int plus = y0 + k * stride;
				int minus = y0 + (radix - k) * stride;
				// The sums go where the first of the two results belongs, the differences where the second does.
				System.arraycopy(xRe, x0, yRe, plus, count);
				System.arraycopy(xIm, x0, yIm, plus, count);
				Arrays.fill(yRe, minus, minus + count, 0);
				Arrays.fill(yIm, minus, minus + count, 0);
				for (int j = 1; j <= half; j++) {
					int angle = (int) ((long) j * k % radix) * turn;
					accumulate(yRe, yIm, plus, minus, 4 * (j - 1) * BLOCK, cos[angle], sin[angle], count);
				}
				combine(yRe, yIm, plus, minus, k * twiddle % n, (int) ((long) (radix - k) * twiddle % n), count);
			}
		}
	}

	private void gather(float[] xRe, float[] xIm, int a, int b, int to, int count) {
		for (int q = 0; q < count; q++) {
			pairs[to + q] = xRe[a + q] + xRe[b + q];
			pairs[to + BLOCK + q] = xIm[a + q] + xIm[b + q];
			pairs[to + 2 * BLOCK + q] = xRe[a + q] - xRe[b + q];
			pairs[to + 3 * BLOCK + q] = xIm[a + q] - xIm[b + q];
		}
	}

	private void add(float[] yRe, float[] yIm, int y, int from, int count) {
		for (int q = 0; q < count; q++) {
			yRe[y + q] += pairs[from + q];
			yIm[y + q] += pairs[from + BLOCK + q];
		}
	}

	private void accumulate(float[] yRe, float[] yIm, int plus, int minus, int from, float c, float s, int count) {
		for (int q = 0; q < count; q++) {
			yRe[plus + q] += c * pairs[from + q];
			yIm[plus + q] += c * pairs[from + BLOCK + q];
			yRe[minus + q] += s * pairs[from + 2 * BLOCK + q];
			yIm[minus + q] += s * pairs[from + 3 * BLOCK + q];
		}
	}

	/** A and B become (A - iB) w^k and (A + iB) w^(radix - k). */
	private void combine(float[] yRe, float[] yIm, int plus, int minus, int twiddle, int otherTwiddle, int count) {
		float wRe = cos[twiddle];
		float wIm = -sin[twiddle];
		float vRe = cos[otherTwiddle];
		float vIm = -sin[otherTwiddle];
		for (int q = 0; q < count; q++) {
			float aRe = yRe[plus + q];
			float aIm = yIm[plus + q];
			float bRe = yRe[minus + q];
			float bIm = yIm[minus + q];
			float firstRe = aRe + bIm;
			float firstIm = aIm - bRe;
			float secondRe = aRe - bIm;
			float secondIm = aIm + bRe;
			yRe[plus + q] = firstRe * wRe - firstIm * wIm;
			yIm[plus + q] = firstRe * wIm + firstIm * wRe;
			yRe[minus + q] = secondRe * vRe - secondIm * vIm;
			yIm[minus + q] = secondRe * vIm + secondIm * vRe;
		}
	}
}
