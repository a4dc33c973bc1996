// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.parameterization;

import java.util.Arrays;

/**
 * Fourier transforms of real pictures {@code [h, w, c]}, channel by channel, to the half of the spectrum that says everything:
 * {@code [h, w / 2 + 1, c]} complex.
 */
final class RealFft2 {
	private final int height;
	private final int width;
	private final int channels;
	private final int half;
	/** Two rows go through one complex transform, as real and imaginary part; of an odd number of rows the last one twice. */
	private final int rowPairs;
	private final Fft columns;
	private final Fft rows;
	private final float[] rowRe;
	private final float[] rowIm;
	/** Half the spectra of a row and its partner; or those of the complex row that they make, forward and backward from frequency 0. */
	private final float[] oneRe;
	private final float[] oneIm;
	private final float[] otherRe;
	private final float[] otherIm;

	RealFft2(int height, int width, int channels) {
		this.height = height;
		this.width = width;
		this.channels = channels;
		half = width / 2 + 1;
		rowPairs = (height + 1) / 2;
		columns = new Fft(height, half * channels);
		rows = new Fft(width, rowPairs * channels);
		rowRe = new float[width * rowPairs * channels];
		rowIm = new float[width * rowPairs * channels];
		oneRe = new float[half * channels];
		oneIm = new float[half * channels];
		otherRe = new float[half * channels];
		otherIm = new float[half * channels];
	}

	/** The number of complex values in the half spectrum. */
	int spectrumSize() {
		return height * half * channels;
	}

	/**
	 * {@code X[ky, kx] = sum x[y, x] e^(-2 pi i (ky y / h + kx x / w))}, not normalized.
	 *
	 * @param re filled
	 * @param im filled
	 */
	void forward(float[] picture, float[] re, float[] im) {
		int step = rowPairs * channels;
		int line = half * channels;
		for (int y = 0; y < rowPairs; y++) {
			copy(picture, y * width * channels, channels, rowRe, y * channels, step, width);
			copy(picture, partner(y) * width * channels, channels, rowIm, y * channels, step, width);
		}
		rows.transform(rowRe, rowIm);
		for (int y = 0; y < rowPairs; y++) {
			int at = y * channels;
			int last = at + (width - 1) * step;
			copy(rowRe, at, step, oneRe, 0, channels, half);
			copy(rowIm, at, step, oneIm, 0, channels, half);
			System.arraycopy(oneRe, 0, otherRe, 0, channels);
			System.arraycopy(oneIm, 0, otherIm, 0, channels);
			copy(rowRe, last, -step, otherRe, channels, channels, half - 1);
			copy(rowIm, last, -step, otherIm, channels, channels, half - 1);
			separate();
			System.arraycopy(oneRe, 0, re, y * line, line);
			System.arraycopy(oneIm, 0, im, y * line, line);
			System.arraycopy(otherRe, 0, re, partner(y) * line, line);
			System.arraycopy(otherIm, 0, im, partner(y) * line, line);
		}
		columns.transform(re, im);
	}

	/**
	 * The picture that has this half spectrum, times {@code h w}: the inverse of {@link #forward} but for the factor. As
	 * usual, the imaginary part of what cannot have one is ignored.
	 *
	 * @param re overwritten
	 * @param im overwritten
	 */
	void inverse(float[] re, float[] im, float[] picture) {
		columns.transform(im, re);
		int step = rowPairs * channels;
		int line = half * channels;
		for (int y = 0; y < rowPairs; y++) {
			System.arraycopy(re, y * line, oneRe, 0, line);
			System.arraycopy(im, y * line, oneIm, 0, line);
			System.arraycopy(re, partner(y) * line, otherRe, 0, line);
			System.arraycopy(im, partner(y) * line, otherIm, 0, line);
			makeReal(0);
			if (width % 2 == 0) {
				makeReal(width / 2);
			}
			unite();
			int at = y * channels;
			int last = at + (width - 1) * step;
			copy(oneRe, 0, channels, rowRe, at, step, half);
			copy(oneIm, 0, channels, rowIm, at, step, half);
			// Where the two meet, they agree.
			copy(otherRe, channels, channels, rowRe, last, -step, half - 1);
			copy(otherIm, channels, channels, rowIm, last, -step, half - 1);
		}
		rows.transform(rowIm, rowRe);
		for (int y = 0; y < rowPairs; y++) {
			copy(rowRe, y * channels, step, picture, y * width * channels, channels, width);
			copy(rowIm, y * channels, step, picture, partner(y) * width * channels, channels, width);
		}
	}

	private int partner(int y) {
		return Math.min(y + rowPairs, height - 1);
	}

	/** From the complex row's spectrum to those of the two rows. */
	private void separate() {
		for (int i = 0; i < oneRe.length; i++) {
			float upRe = oneRe[i];
			float upIm = oneIm[i];
			float downRe = otherRe[i];
			float downIm = otherIm[i];
			oneRe[i] = 0.5f * (upRe + downRe);
			oneIm[i] = 0.5f * (upIm - downIm);
			otherRe[i] = 0.5f * (upIm + downIm);
			otherIm[i] = 0.5f * (downRe - upRe);
		}
	}

	/** The inverse of {@link #separate}. */
	private void unite() {
		for (int i = 0; i < oneRe.length; i++) {
			float aRe = oneRe[i];
			float aIm = oneIm[i];
			float bRe = otherRe[i];
			float bIm = otherIm[i];
			oneRe[i] = aRe - bIm;
			oneIm[i] = aIm + bRe;
			otherRe[i] = aRe + bIm;
			otherIm[i] = bRe - aIm;
		}
	}

	private void makeReal(int k) {
		Arrays.fill(oneIm, k * channels, (k + 1) * channels, 0);
		Arrays.fill(otherIm, k * channels, (k + 1) * channels, 0);
	}

	/** Copies the channels of so many places, a step after the other. */
	private void copy(float[] from, int fromStart, int fromStep, float[] to, int toStart, int toStep, int count) {
		if (channels == 3) {
			copyColors(from, fromStart, fromStep, to, toStart, toStep, count);
			return;
		}
		for (int i = 0; i < count; i++) {
			System.arraycopy(from, fromStart + i * fromStep, to, toStart + i * toStep, channels);
		}
	}

	private static void copyColors(float[] from, int fromStart, int fromStep, float[] to, int toStart, int toStep, int count) {
		int source = fromStart;
		int target = toStart;
		for (int i = 0; i < count; i++) {
			to[target] = from[source];
			to[target + 1] = from[source + 1];
			to[target + 2] = from[source + 2];
			source += fromStep;
			target += toStep;
		}
	}
}
