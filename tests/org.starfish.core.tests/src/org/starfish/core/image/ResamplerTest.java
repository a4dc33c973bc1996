// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {
	@ParameterizedTest
	@CsvSource({ "1,1", "7,3", "64,48", "200,5", "5,200", "333,222" })
	void aConstantPictureStaysConstant(int width, int height) {
		float[] values = new float[30 * 20 * 2];
		Arrays.fill(values, 3.5f);
		for (Fit fit : Fit.values()) {
			FloatImage resized = Resampler.resize(new FloatImage(30, 20, 2, values), width, height, fit);
			assertEquals(width, resized.width());
			assertEquals(height, resized.height());
			for (float value : resized.values()) {
				assertEquals(3.5f, value, 1e-5);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "20", "80", "113" })
	void aRampStaysARampAwayFromTheBorder(int width) {
		float[] values = new float[40];
		for (int x = 0; x < 40; x++) {
			values[x] = x;
		}
		FloatImage resized = Resampler.resize(new FloatImage(40, 1, 1, values), width, 1, Fit.STRETCH);
		for (int x = width / 10; x < width - width / 10; x++) {
			assertEquals((x + 0.5) * 40 / width - 0.5, resized.at(x, 0, 0), 1e-3);
		}
	}

	@Test
	void shrinkingDoesNotAlias() {
		float[] values = new float[256];
		for (int x = 0; x < 256; x++) {
			values[x] = x % 2;
		}
		for (float value : Resampler.resize(new FloatImage(256, 1, 1, values), 50, 1, Fit.STRETCH).values()) {
			assertEquals(0.5, value, 0.06);
		}
	}

	@Test
	void shrinkingKeepsTheMean() {
		FloatImage picture = TestPictures.gradient(97, 61).toFloats();
		assertEquals(mean(picture), mean(Resampler.resize(picture, 20, 11, Fit.STRETCH)), 0.5);
	}

	@Test
	void croppingTakesTheMiddleAndKeepsProportions() {
		float[] values = new float[30 * 10];
		for (int i = 0; i < values.length; i++) {
			values[i] = i % 30;
		}
		FloatImage cropped = Resampler.resize(new FloatImage(30, 10, 1, values), 10, 10, Fit.CROP);
		for (int x = 0; x < 10; x++) {
			assertEquals(10 + x, cropped.at(x, 5, 0), 1e-4);
		}
	}

	@Test
	void stretchingKeepsTheEdges() {
		float[] values = new float[30];
		values[0] = 100;
		values[29] = 100;
		FloatImage resized = Resampler.resize(new FloatImage(30, 1, 1, values), 10, 1, Fit.STRETCH);
		assertTrue(resized.at(0, 0, 0) > 20 && resized.at(9, 0, 0) > 20 && resized.at(5, 0, 0) == 0);
	}

	@Test
	void theSameSizeIsTheSamePicture() {
		FloatImage picture = TestPictures.gradient(9, 7).toFloats();
		assertSame(picture, Resampler.resize(picture, 9, 7, Fit.CROP));
	}

	@Test
	void enlargedPicturesAreClippedToWhatCanBeShown() {
		RgbImage edge = RgbImage.of(new FloatImage(4, 1, 1, new float[] { 0, 0, 255, 255 }));
		RgbImage enlarged = Resampler.resize(edge, 40, 1, Fit.STRETCH);
		for (int x = 1; x < 40; x++) {
			assertTrue(enlarged.pixel(x, 0) >= enlarged.pixel(x - 1, 0) - 0x202020, "at " + x);
		}
		assertEquals(0x000000, enlarged.pixel(0, 0));
		assertEquals(0xffffff, enlarged.pixel(39, 0));
	}

	private static double mean(FloatImage image) {
		double sum = 0;
		for (float value : image.values()) {
			sum += value;
		}
		return sum / image.values().length;
	}
}
