// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.parameterization;

import org.starfish.core.synthesis.picture.Draw;
import org.starfish.core.synthesis.picture.Step;

/**
 * The numbers are the picture's Fourier coefficients, scaled so that an equal change of any of them is a change of natural
 * look: low frequencies move more than high ones. (Olah, Mordvintsev and Schubert, Feature Visualization, 2017; the scales
 * and constants of Lucid)
 * <p>
 * {@code picture = irfft2(coefficient * sqrt(h w) / max(f, 1 / max(h, w))^decay) / 4}, with the frequency f in cycles a pixel.
 * The numbers are {@code [2, h, w / 2 + 1, c]}: all real parts, then all imaginary parts.
 */
public final class FourierImage implements Parameterization {
	private static final float MAGIC = 4;

	private final Draw draw = new Draw("fourier");
	private final double deviation;
	private final int spectrum;
	private final float pixels;
	private final RealFft2 fft;
	/** From numbers to coefficients, with the normalizations of the inverse transform. */
	private final float[] scale;
	/**
	 * From the spectrum of a gradient to the gradient with respect to the numbers. A coefficient of the half spectrum counts twice in
	 * the picture, or once if it is its own mirror image.
	 */
	private final float[] slope;
	private final float[] re;
	private final float[] im;

	/**
	 * @param decay the power of the frequency by which scales fall; 1 is natural
	 * @param deviation standard deviation of the start
	 */
	public FourierImage(int height, int width, int channels, double decay, double deviation) {
		this.deviation = deviation;
		fft = new RealFft2(height, width, channels);
		spectrum = fft.spectrumSize();
		scale = new float[spectrum];
		slope = new float[spectrum];
		re = new float[spectrum];
		im = new float[spectrum];
		int half = width / 2 + 1;
		double lowest = 1.0 / Math.max(height, width);
		pixels = (float) height * width;
		for (int y = 0, i = 0; y < height; y++) {
			double fy = (double) Math.min(y, height - y) / height;
			for (int x = 0; x < half; x++) {
				double f = Math.max(Math.hypot(fy, (double) x / width), lowest);
				float factor = (float) (Math.sqrt(pixels) / StrictMath.pow(f, decay) / pixels / MAGIC);
				float times = x == 0 || 2 * x == width ? 1 : 2;
				for (int c = 0; c < channels; c++, i++) {
					scale[i] = factor;
					slope[i] = times * factor;
				}
			}
		}
	}

	@Override
	public int size() {
		return 2 * spectrum;
	}

	@Override
	public void start(Step step, float[] parameters) {
		for (int i = 0; i < 2 * spectrum; i++) {
			parameters[i] = (float) (deviation * draw.normal(step, i));
		}
	}

	@Override
	public void fit(float[] picture, float[] parameters) {
		fft.forward(picture, re, im);
		for (int i = 0; i < spectrum; i++) {
			parameters[i] = re[i] / (scale[i] * pixels);
			parameters[spectrum + i] = im[i] / (scale[i] * pixels);
		}
	}

	@Override
	public void apply(float[] parameters, float[] picture) {
		// From here on at the same index of every array, so that the loop vectorizes.
		System.arraycopy(parameters, 0, re, 0, spectrum);
		System.arraycopy(parameters, spectrum, im, 0, spectrum);
		for (int i = 0; i < spectrum; i++) {
			re[i] *= scale[i];
			im[i] *= scale[i];
		}
		fft.inverse(re, im, picture);
	}

	@Override
	public void backward(float[] pictureGradient, float[] parameterGradient) {
		fft.forward(pictureGradient, re, im);
		for (int i = 0; i < spectrum; i++) {
			re[i] *= slope[i];
			im[i] *= slope[i];
		}
		System.arraycopy(re, 0, parameterGradient, 0, spectrum);
		System.arraycopy(im, 0, parameterGradient, spectrum, spectrum);
	}
}
