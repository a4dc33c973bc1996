// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.parameterization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class SigmoidTest {
	private static final int COUNT = 8001;

	@Test
	void agreesWithTheFormula() {
		float[] numbers = new float[COUNT];
		for (int i = 0; i < COUNT; i++) {
			numbers[i] = (i - COUNT / 2) * 0.01f;
		}
		float[] pixels = new float[COUNT];
		float[] slopes = new float[COUNT];
		float[] ones = new float[COUNT];
		Arrays.fill(ones, 1);
		var sigmoid = new Sigmoid(new PixelImage(COUNT, 0), COUNT, 0);
		sigmoid.apply(numbers, pixels);
		sigmoid.backward(ones, slopes);
		for (int i = 0; i < COUNT; i++) {
			double power = Math.exp(-(double) numbers[i]);
			double pixel = 255 / (1 + power);
			assertEquals(pixel, pixels[i], 1e-6 * pixel);
			double slope = pixel * power / (1 + power);
			assertEquals(slope, slopes[i], 1e-6 * slope);
		}
	}

	@Test
	void whatIsFarAwayIsBlackOrWhite() {
		float[] numbers = { -1e30f, Float.NEGATIVE_INFINITY, -100, 100, 1e30f, Float.POSITIVE_INFINITY, Float.NaN };
		float[] pixels = new float[numbers.length];
		new Sigmoid(new PixelImage(numbers.length, 0), numbers.length, 0).apply(numbers, pixels);
		for (int i = 0; i < 6; i++) {
			assertEquals(i < 3 ? 0 : 255, pixels[i], 1e-9);
		}
		assertTrue(Float.isNaN(pixels[6]));
	}
}
