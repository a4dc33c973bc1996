// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.parameterization;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.starfish.core.StarfishException;
import org.starfish.core.image.Fit;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.Resampler;
import org.starfish.core.synthesis.picture.Step;
import org.starfish.testkit.TestData;

/** Phases carry what a photo shows; magnitudes do not move. */
class PhaseImageTest {
	private static float[] start(Parameterization parameterization, long seed) {
		float[] numbers = new float[parameterization.size()];
		parameterization.start(new Step(seed, 0, 0), numbers);
		return numbers;
	}

	@ParameterizedTest
	@CsvSource({ "30, 37", "37, 30", "16, 16", "9, 9", "1, 8", "8, 1" })
	void theMagnitudesAreThoseOfTheLawWhateverThePhases(int height, int width) {
		var phases = new PhaseImage(height, width, 1, new PhaseImage.Spectrum(3, 1.5));
		var fft = new RealFft2(height, width, 1);
		float[] picture = new float[height * width];
		float[] re = new float[fft.spectrumSize()];
		float[] im = new float[fft.spectrumSize()];
		for (int seed = 0; seed < 3; seed++) {
			phases.apply(start(phases, seed), picture);
			fft.forward(picture, re, im);
			int half = width / 2 + 1;
			for (int y = 0; y < height; y++) {
				for (int x = 0; x < half; x++) {
					double k = Math.max(1, Math.max(height, width)
							* Math.hypot(Math.min(y, height - y) / (double) height, x / (double) width));
					double expected = height * width * 3 * Math.pow(k, -1.5);
					double actual = Math.hypot(re[y * half + x], im[y * half + x]);
					boolean real = (x == 0 || 2 * x == width) && (y == 0 || 2 * y == height);
					assertTrue(real ? actual < 1.001 * expected : Math.abs(actual - expected) < 2e-3 * expected,
							() -> "%g instead of %g".formatted(actual, expected));
				}
			}
		}
	}

	@Test
	void whatItPaintsIsFittedByTheNumbersItWasPaintedFrom() {
		int size = 3 * 30 * 37;
		var phases = new DecorrelatedColor(new PhaseImage(30, 37, 3, PhaseImage.COLORS));
		float[] picture = new float[size];
		phases.apply(start(phases, 1), picture);
		float[] numbers = new float[phases.size()];
		phases.fit(picture.clone(), numbers);
		float[] again = new float[size];
		phases.apply(numbers, again);
		assertArrayEquals(picture, again, 1e-3f);
	}

	/** A photo comes back with other contrasts, since its magnitudes are not exactly those of the law, but in its shapes. */
	@ParameterizedTest
	@CsvSource({ "coffee, 0.6", "chelsea, 0.6", "astronaut, 0.6" })
	void aPhotoComesBackInItsShapes(String name, double least) throws StarfishException {
		int side = 128;
		float[] photo = Resampler.resize(
				ImageReader.read(TestData.require("images/photos/skimage_" + name + ".png")).toFloats(), side, side,
				Fit.CROP).values();
		float[] center = { 0, 0, 0 };
		var phases = new Sigmoid(new DecorrelatedColor(new PhaseImage(side, side, 3, PhaseImage.COLORS)), photo.length,
				center);
		float[] numbers = new float[phases.size()];
		phases.fit(photo.clone(), numbers);
		float[] back = new float[photo.length];
		phases.apply(numbers, back);
		double correlation = correlation(photo, back);
		assertTrue(correlation > least, () -> name + " correlates by " + correlation);
		double contrast = deviation(back) / deviation(photo);
		assertTrue(contrast > 0.6 && contrast < 1.5, () -> name + " has " + contrast + " of the contrast");
	}

	private static double correlation(float[] a, float[] b) {
		double meanA = mean(a);
		double meanB = mean(b);
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += (a[i] - meanA) * (b[i] - meanB);
		}
		return sum / a.length / deviation(a) / deviation(b);
	}

	private static double deviation(float[] values) {
		double mean = mean(values);
		double sum = 0;
		for (float value : values) {
			sum += (value - mean) * (value - mean);
		}
		return Math.sqrt(sum / values.length);
	}

	private static double mean(float[] values) {
		double sum = 0;
		for (float value : values) {
			sum += value;
		}
		return sum / values.length;
	}

	@Test
	void theStartDependsOnTheSeedAloneAndIsEvenOverTheCircle() {
		var phases = new PhaseImage(30, 37, 3, PhaseImage.PLAIN);
		float[] first = start(phases, 1);
		assertArrayEquals(first, start(phases, 1));
		float[] sorted = first.clone();
		Arrays.sort(sorted);
		for (int i = 0; i < sorted.length; i++) {
			assertEquals(Math.PI * (2.0 * i / sorted.length - 1), sorted[i], 0.25);
		}
	}
}
