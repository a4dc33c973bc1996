// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.parameterization;

/**
 * The innermost loops of a {@link Fft}: complex arithmetic on whole rows, in place.
 * <p>
 * Each row is an array of its own and all are read at the same index, because only such loops become vector instructions: of
 * places with different offsets in one array the compiler cannot tell that they do not overlap. For the same reason no loop
 * does more than a compiler can see through.
 */
final class Butterflies {
	private Butterflies() {
	}

	/** {@code a, b <- a + b, a - b} */
	static void two(float[] aRe, float[] aIm, float[] bRe, float[] bIm, int count) {
		for (int q = 0; q < count; q++) {
			float re = aRe[q];
			float im = aIm[q];
			aRe[q] = re + bRe[q];
			aIm[q] = im + bIm[q];
			bRe[q] = re - bRe[q];
			bIm[q] = im - bIm[q];
		}
	}

	/** {@code a, b, c, d <- a + b + c + d, a - ib - c + id, a - b + c - d, a + ib - c - id} */
	static void four(float[] aRe, float[] aIm, float[] bRe, float[] bIm, float[] cRe, float[] cIm, float[] dRe,
			float[] dIm, int count) {
		for (int q = 0; q < count; q++) {
			float evenRe = aRe[q] + cRe[q];
			float evenIm = aIm[q] + cIm[q];
			float oddRe = bRe[q] + dRe[q];
			float oddIm = bIm[q] + dIm[q];
			float acRe = aRe[q] - cRe[q];
			float acIm = aIm[q] - cIm[q];
			float bdRe = bRe[q] - dRe[q];
			float bdIm = bIm[q] - dIm[q];
			aRe[q] = evenRe + oddRe;
			aIm[q] = evenIm + oddIm;
			bRe[q] = acRe + bdIm;
			bIm[q] = acIm - bdRe;
			cRe[q] = evenRe - oddRe;
			cIm[q] = evenIm - oddIm;
			dRe[q] = acRe - bdIm;
			dIm[q] = acIm + bdRe;
		}
	}

	/** {@code a, b <- a - ib, a + ib} */
	static void conjugates(float[] aRe, float[] aIm, float[] bRe, float[] bIm, int count) {
		for (int q = 0; q < count; q++) {
			float re = aRe[q];
			float im = aIm[q];
			float otherRe = bRe[q];
			float otherIm = bIm[q];
			aRe[q] = re + otherIm;
			aIm[q] = im - otherRe;
			bRe[q] = re - otherIm;
			bIm[q] = im + otherRe;
		}
	}

	/** {@code a <- (wRe + i wIm) a} */
	static void turn(float[] aRe, float[] aIm, float wRe, float wIm, int count) {
		for (int q = 0; q < count; q++) {
			float re = aRe[q];
			float im = aIm[q];
			aRe[q] = re * wRe - im * wIm;
			aIm[q] = re * wIm + im * wRe;
		}
	}

	/** {@code sum <- sum + u a + v b + w c} */
	static void add(float[] sumRe, float[] sumIm, float u, float[] aRe, float[] aIm, float v, float[] bRe, float[] bIm,
			float w, float[] cRe, float[] cIm, int count) {
		for (int q = 0; q < count; q++) {
			sumRe[q] += u * aRe[q] + v * bRe[q] + w * cRe[q];
			sumIm[q] += u * aIm[q] + v * bIm[q] + w * cIm[q];
		}
	}
}
