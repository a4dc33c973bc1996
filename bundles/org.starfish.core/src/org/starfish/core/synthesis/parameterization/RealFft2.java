// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.parameterization;

/**
 * Fourier transforms of real pictures {@code [h, w, c]}, channel by channel, to the half of the spectrum that says everything:
 * {@code [h, w / 2 + 1, c]} complex.
 */
final class RealFft2 {
	private final int height;
	private final int width;
	private final int channels;
	private final int half;
	/** Two rows go through one complex transform, as real and imaginary part. */
	private final int rowPairs;
	private final Fft columns;
	private final Fft rows;
	private final float[] rowRe;
	private final float[] rowIm;

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
		int pairStride = rowPairs * channels;
		for (int y = 0; y < rowPairs; y++) {
			int second = y + rowPairs;
			for (int x = 0; x < width; x++) {
				int to = x * pairStride + y * channels;
				int a = (y * width + x) * channels;
				int b = (second * width + x) * channels;
				for (int c = 0; c < channels; c++) {
					rowRe[to + c] = picture[a + c];
					rowIm[to + c] = second < height ? picture[b + c] : 0;
				}
			}
		}
		rows.transform(rowRe, rowIm);
		for (int y = 0; y < rowPairs; y++) {
			int second = y + rowPairs;
			for (int k = 0; k < half; k++) {
				int from = k * pairStride + y * channels;
				int mirrored = (k == 0 ? 0 : width - k) * pairStride + y * channels;
				int a = (y * half + k) * channels;
				int b = (second * half + k) * channels;
				for (int c = 0; c < channels; c++) {
					float pRe = rowRe[from + c];
					float pIm = rowIm[from + c];
					float mRe = rowRe[mirrored + c];
					float mIm = rowIm[mirrored + c];
					re[a + c] = 0.5f * (pRe + mRe);
					im[a + c] = 0.5f * (pIm - mIm);
					if (second < height) {
						re[b + c] = 0.5f * (pIm + mIm);
						im[b + c] = 0.5f * (mRe - pRe);
					}
				}
			}
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
		int pairStride = rowPairs * channels;
		for (int y = 0; y < rowPairs; y++) {
			int second = y + rowPairs;
			for (int k = 0; k < half; k++) {
				int to = k * pairStride + y * channels;
				int mirrored = (width - k) * pairStride + y * channels;
				int a = (y * half + k) * channels;
				int b = (second * half + k) * channels;
				boolean alone = k == 0 || 2 * k == width;
				for (int c = 0; c < channels; c++) {
					float aRe = re[a + c];
					float aIm = alone ? 0 : im[a + c];
					float bRe = second < height ? re[b + c] : 0;
					float bIm = alone || second >= height ? 0 : im[b + c];
					rowRe[to + c] = aRe - bIm;
					rowIm[to + c] = aIm + bRe;
					if (!alone) {
						rowRe[mirrored + c] = aRe + bIm;
						rowIm[mirrored + c] = bRe - aIm;
					}
				}
			}
		}
		rows.transform(rowIm, rowRe);
		for (int y = 0; y < rowPairs; y++) {
			int second = y + rowPairs;
			for (int x = 0; x < width; x++) {
				int from = x * pairStride + y * channels;
				int a = (y * width + x) * channels;
				int b = (second * width + x) * channels;
				for (int c = 0; c < channels; c++) {
					picture[a + c] = rowRe[from + c];
					if (second < height) {
						picture[b + c] = rowIm[from + c];
					}
				}
			}
		}
	}
}
