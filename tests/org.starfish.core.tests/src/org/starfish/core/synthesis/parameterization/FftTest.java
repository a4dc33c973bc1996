// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.parameterization;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FftTest {
	static IntStream lengths() {
		return IntStream.concat(IntStream.rangeClosed(1, 40), IntStream.of(49, 64, 97, 121, 125, 224, 227));
	}

	@ParameterizedTest
	@MethodSource("lengths")
	void agreesWithTheSlowTransform(int length) {
		// The larger batch is more than is worked on at a time.
		for (int batch : new int[] { 1, 3, length < 16 ? 300 : 2 }) {
			float[] re = noise(length * batch, 1);
			float[] im = noise(length * batch, 2);
			double[][] expected = slow(re, im, length, batch);
			new Fft(length, batch).transform(re, im);
			for (int i = 0; i < re.length; i++) {
				assertEquals(expected[0][i], re[i], 1e-4 * Math.sqrt(length));
				assertEquals(expected[1][i], im[i], 1e-4 * Math.sqrt(length));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("lengths")
	void theInverseLeadsBack(int length) {
		float[] re = noise(2 * length, 1);
		float[] im = noise(2 * length, 2);
		float[] wasRe = re.clone();
		float[] wasIm = im.clone();
		var fft = new Fft(length, 2);
		fft.transform(re, im);
		fft.transform(im, re);
		for (int i = 0; i < re.length; i++) {
			assertEquals(wasRe[i], re[i] / length, 1e-5);
			assertEquals(wasIm[i], im[i] / length, 1e-5);
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "1, 6", "6, 1", "2, 2", "5, 7", "6, 5", "5, 6", "8, 12", "9, 15" })
	void realPicturesHaveTheSpectrumOfTheSlowTransform(int height, int width) {
		int channels = 2;
		float[] picture = noise(height * width * channels, 3);
		var fft = new RealFft2(height, width, channels);
		int half = width / 2 + 1;
		assertEquals(height * half * channels, fft.spectrumSize());
		float[] re = new float[fft.spectrumSize()];
		float[] im = new float[fft.spectrumSize()];
		fft.forward(picture, re, im);
		for (int ky = 0; ky < height; ky++) {
			for (int kx = 0; kx < half; kx++) {
				for (int c = 0; c < channels; c++) {
					double sumRe = 0;
					double sumIm = 0;
					for (int y = 0; y < height; y++) {
						for (int x = 0; x < width; x++) {
							double angle = -2 * Math.PI * ((double) ky * y / height + (double) kx * x / width);
							sumRe += picture[(y * width + x) * channels + c] * Math.cos(angle);
							sumIm += picture[(y * width + x) * channels + c] * Math.sin(angle);
						}
					}
					assertEquals(sumRe, re[(ky * half + kx) * channels + c], 1e-4);
					assertEquals(sumIm, im[(ky * half + kx) * channels + c], 1e-4);
				}
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "1, 6", "6, 1", "5, 7", "8, 12", "31, 30", "224, 224", "114, 227" })
	void realPicturesComeBack(int height, int width) {
		float[] picture = noise(3 * height * width, 4);
		var fft = new RealFft2(height, width, 3);
		float[] re = new float[fft.spectrumSize()];
		float[] im = new float[fft.spectrumSize()];
		float[] back = new float[picture.length];
		fft.forward(picture, re, im);
		fft.inverse(re, im, back);
		for (int i = 0; i < back.length; i++) {
			back[i] /= height * width;
		}
		assertArrayEquals(picture, back, 1e-5f);
	}

	private static double[][] slow(float[] re, float[] im, int length, int batch) {
		double[][] result = new double[2][length * batch];
		for (int k = 0; k < length; k++) {
			for (int j = 0; j < length; j++) {
				double cos = Math.cos(2 * Math.PI * j * k / length);
				double sin = Math.sin(2 * Math.PI * j * k / length);
				for (int b = 0; b < batch; b++) {
					result[0][k * batch + b] += re[j * batch + b] * cos + im[j * batch + b] * sin;
					result[1][k * batch + b] += im[j * batch + b] * cos - re[j * batch + b] * sin;
				}
			}
		}
		return result;
	}

	private static float[] noise(int count, long seed) {
		var random = new Random(seed);
		float[] values = new float[count];
		for (int i = 0; i < count; i++) {
			values[i] = (float) random.nextGaussian();
		}
		return values;
	}
}
