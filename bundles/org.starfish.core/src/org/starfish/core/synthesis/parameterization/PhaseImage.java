// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.parameterization;

import org.starfish.core.synthesis.picture.Draw;
import org.starfish.core.synthesis.picture.Step;

/**
 * The numbers are the phases of the picture's Fourier coefficients, whose magnitudes stay those of natural photos: what is drawn can
 * gain no power in frequencies that please one network only. (MACO, Fel et al. 2023)
 * <p>
 * {@code picture = irfft2(h w a / max(k, 1)^b e^(i phase))}, with the frequency k in cycles a picture, the larger side's. The numbers
 * are {@code [h, w / 2 + 1, c]}.
 */
public final class PhaseImage implements Parameterization {
	/**
	 * How the magnitudes of a channel fall with the frequency.
	 *
	 * @param amplitude a, at one cycle a picture
	 * @param exponent b
	 */
	public record Spectrum(double amplitude, double exponent) {
	}

	/**
	 * Of the three independent colours of {@link DecorrelatedColor}, for what a {@link Sigmoid} squeezes. Fitted to three photos free of
	 * rights (coffee, Chelsea the cat, an astronaut) by the benchmark SpectrumLaw.
	 */
	public static final Spectrum[] COLORS = { new Spectrum(0.65, 1.30), new Spectrum(0.50, 1.28), new Spectrum(0.35, 1.18) };

	/** Of red, green, blue or gray; from the same photos. */
	public static final Spectrum PLAIN = new Spectrum(0.38, 1.30);

	private static final float TURN = (float) (2 * Math.PI);

	private final Draw draw = new Draw("phases");
	private final int height;
	private final int half;
	private final int channels;
	private final int spectrum;
	private final double pixels;
	private final RealFft2 fft;
	private final float[] magnitude;
	/**
	 * How often a number counts in the picture: twice, since half of the spectrum says everything; once where a coefficient is its own
	 * mirror image and therefore real; never where its mirror image is in the same half, and says it.
	 */
	private final byte[] multiplicity;
	/** The coefficients of the last {@link #apply}. */
	private final float[] real;
	private final float[] imaginary;
	private final float[] re;
	private final float[] im;

	/**
	 * @param spectra one for all channels, or one for each
	 */
	public PhaseImage(int height, int width, int channels, Spectrum... spectra) {
		this.height = height;
		this.channels = channels;
		half = width / 2 + 1;
		pixels = (double) height * width;
		fft = new RealFft2(height, width, channels);
		spectrum = fft.spectrumSize();
		magnitude = new float[spectrum];
		multiplicity = new byte[spectrum];
		real = new float[spectrum];
		imaginary = new float[spectrum];
		re = new float[spectrum];
		im = new float[spectrum];
		int longer = Math.max(height, width);
		for (int y = 0, i = 0; y < height; y++) {
			double fy = (double) Math.min(y, height - y) / height;
			for (int x = 0; x < half; x++) {
				double k = Math.max(longer * Math.hypot(fy, (double) x / width), 1);
				boolean alone = x == 0 || 2 * x == width;
				int times = !alone || y > 0 && 2 * y < height ? 2 : 2 * y > height ? 0 : 1;
				for (int c = 0; c < channels; c++, i++) {
					Spectrum law = spectra[c % spectra.length];
					magnitude[i] = (float) (law.amplitude() * StrictMath.pow(k, -law.exponent()));
					multiplicity[i] = (byte) times;
				}
			}
		}
	}

	@Override
	public int size() {
		return spectrum;
	}

	@Override
	public void start(Step step, float[] parameters) {
		for (int i = 0; i < spectrum; i++) {
			parameters[i] = (float) draw.uniform(step, i, -Math.PI, Math.PI);
		}
	}

	@Override
	public void fit(float[] picture, float[] parameters) {
		fft.forward(picture, re, im);
		for (int i = 0; i < spectrum; i++) {
			double share = re[i] / (pixels * magnitude[i]);
			parameters[i] = (float) (multiplicity[i] == 1 ? StrictMath.acos(Math.clamp(share, -1, 1))
					: StrictMath.atan2(im[i], re[i]));
		}
	}

	@Override
	public void apply(float[] parameters, float[] picture) {
		for (int i = 0; i < spectrum; i++) {
			float turns = parameters[i] / TURN;
			real[i] = magnitude[i] * sine(turns + 0.25f);
			imaginary[i] = magnitude[i] * sine(turns);
		}
		for (int i = 0; i < spectrum; i++) {
			if (multiplicity[i] == 0) {
				int mirrored = mirrored(i);
				real[i] = real[mirrored];
				imaginary[i] = -imaginary[mirrored];
			}
		}
		System.arraycopy(real, 0, re, 0, spectrum);
		System.arraycopy(imaginary, 0, im, 0, spectrum);
		fft.inverse(re, im, picture);
	}

	/** The same column and channel, of the negative vertical frequency. */
	private int mirrored(int i) {
		int stride = half * channels;
		int row = i / stride;
		return (height - row) * stride + i % stride;
	}

	/** The sine of 2 pi t, to about 1e-7. A polynomial, because the library's sine takes longer than the transform. */
	private static float sine(float t) {
		float r = t - (float) Math.rint(t);
		// From half a turn to a quarter, where the sine is the same.
		float quarter = 0.25f - Math.abs(0.25f - Math.abs(r));
		float x = TURN * (r < 0 ? -quarter : quarter);
		float s = x * x;
		return x * (1 + s * (-1 / 6f + s * (1 / 120f + s * (-1 / 5040f + s * (1 / 362880f - s / 39916800f)))));
	}

	@Override
	public void backward(float[] pictureGradient, float[] parameterGradient) {
		fft.forward(pictureGradient, re, im);
		for (int i = 0; i < spectrum; i++) {
			parameterGradient[i] = multiplicity[i] * (real[i] * im[i] - imaginary[i] * re[i]);
		}
	}
}
