// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.starfish.core.StarfishException;
import org.starfish.core.image.Fit;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.Resampler;
import org.starfish.core.synthesis.parameterization.DecorrelatedColor;
import org.starfish.core.synthesis.parameterization.FourierImage;
import org.starfish.core.synthesis.parameterization.Parameterization;
import org.starfish.core.synthesis.parameterization.PhaseImage;
import org.starfish.core.synthesis.parameterization.Sigmoid;
import org.starfish.testkit.TestData;

/**
 * How the magnitudes of photos fall with the frequency: fits {@code a / k^b} to the mean over three photos free of rights, k in cycles
 * a picture. From this the constants of {@link PhaseImage} come. Prints a row for each size and colour.
 *
 * <pre>
 * ./starfish bench SpectrumLaw
 * </pre>
 */
public final class SpectrumLaw {
	private static final List<String> PHOTOS = List.of("coffee", "chelsea", "astronaut");
	private static final int[] SIZES = { 128, 224, 400 };
	/** The finest frequencies are what resampling made of them. */
	private static final double HIGHEST = 0.9;
	private static final float[] CENTER = { 0, 0, 0 };

	private SpectrumLaw() {
	}

	/** Runs the benchmark. */
	public static void main(String[] arguments) throws StarfishException {
		System.out.printf("%-6s %-12s %9s %9s%n", "size", "colour", "amplitude", "exponent");
		for (int size : SIZES) {
			print(size, "independent", true);
			print(size, "plain", false);
		}
	}

	private static void print(int size, String name, boolean decorrelated) throws StarfishException {
		double[][] spectra = new double[3][size / 2 + 1];
		for (String photo : PHOTOS) {
			add(spectra, size, photo, decorrelated);
		}
		for (int c = 0; c < 3; c++) {
			PhaseImage.Spectrum law = law(spectra[c]);
			System.out.printf(Locale.ROOT, "%-6d %-12s %9.3f %9.3f%n", size, name + " " + (c + 1), law.amplitude(),
					law.exponent());
		}
	}

	/** Adds the mean magnitude of a photo at each whole frequency, as a share of the number of pixels. */
	private static void add(double[][] spectra, int size, String photo, boolean decorrelated) throws StarfishException {
		float[] pixels = Resampler.resize(
				ImageReader.read(TestData.folder().resolve("images/photos/skimage_" + photo + ".png")).toFloats(), size,
				size, Fit.CROP).values();
		var fourier = new FourierImage(size, size, 3, 0, 0);
		Parameterization inner = decorrelated ? new DecorrelatedColor(fourier) : fourier;
		float[] numbers = new float[fourier.size()];
		new Sigmoid(inner, pixels.length, CENTER).fit(pixels, numbers);
		// Without decay a number is 4 / sqrt(h w) times its coefficient.
		double share = 1.0 / (4 * size);
		List<List<Double>> magnitudes = new ArrayList<>();
		for (int i = 0; i < 3 * spectra[0].length; i++) {
			magnitudes.add(new ArrayList<>());
		}
		int half = size / 2 + 1;
		for (int y = 0, i = 0; y < size; y++) {
			for (int x = 0; x < half; x++) {
				int k = (int) Math.round(Math.hypot(Math.min(y, size - y), x));
				for (int c = 0; c < 3; c++, i++) {
					if (k < spectra[c].length) {
						magnitudes.get(3 * k + c).add(share * Math.hypot(numbers[i], numbers[numbers.length / 2 + i]));
					}
				}
			}
		}
		for (int k = 0; k < half; k++) {
			for (int c = 0; c < 3; c++) {
				spectra[c][k] += magnitudes.get(3 * k + c).stream().mapToDouble(Double::doubleValue).average().orElseThrow()
						/ PHOTOS.size();
			}
		}
	}

	/** Least squares of the logarithms, with the weight 1 / k, so that every octave counts alike. */
	private static PhaseImage.Spectrum law(double[] spectrum) {
		double weights = 0;
		double x = 0;
		double y = 0;
		double xx = 0;
		double xy = 0;
		for (int k = 1; k < HIGHEST * spectrum.length; k++) {
			double weight = 1.0 / k;
			double logK = Math.log(k);
			double logM = Math.log(spectrum[k]);
			weights += weight;
			x += weight * logK;
			y += weight * logM;
			xx += weight * logK * logK;
			xy += weight * logK * logM;
		}
		double slope = (weights * xy - x * y) / (weights * xx - x * x);
		return new PhaseImage.Spectrum(Math.exp((y - slope * x) / weights), -slope);
	}
}
