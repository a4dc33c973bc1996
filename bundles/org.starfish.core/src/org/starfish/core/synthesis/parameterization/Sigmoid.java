// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.parameterization;

import org.starfish.core.synthesis.picture.Step;

/**
 * Squeezes what another parameterization paints into the range of pixels: {@code pixel = 255 / (1 + e^-u)}, given relative to a
 * centre. No picture can leave the range, and no value at its border is stuck there.
 */
public final class Sigmoid implements Parameterization {
	/** Pure black and white would need infinite numbers; photos have both. */
	private static final double FARTHEST = 0.002;
	/** Beyond, the result is black or white to a float. */
	private static final float LARGEST_EXPONENT = 40;

	private final Parameterization inner;
	/** The centre of each value. */
	private final float[] shift;
	private final float[] slope;

	/**
	 * @param inner paints u
	 * @param pictureSize how many values a picture has
	 * @param center one a channel: the pixel value that is 0 in the picture
	 */
	public Sigmoid(Parameterization inner, int pictureSize, float... center) {
		this.inner = inner;
		slope = new float[pictureSize];
		shift = new float[pictureSize];
		for (int i = 0; i < pictureSize; i++) {
			shift[i] = center[i % center.length];
		}
	}

	@Override
	public int size() {
		return inner.size();
	}

	@Override
	public void start(Step step, float[] parameters) {
		inner.start(step, parameters);
	}

	@Override
	public void fit(float[] picture, float[] parameters) {
		float[] u = new float[slope.length];
		for (int i = 0; i < u.length; i++) {
			double share = Math.clamp((picture[i] + shift[i]) / 255.0, FARTHEST, 1 - FARTHEST);
			u[i] = (float) StrictMath.log(share / (1 - share));
		}
		inner.fit(u, parameters);
	}

	@Override
	public void apply(float[] parameters, float[] picture) {
		inner.apply(parameters, picture);
		// In two loops, since the compiler makes no vector instructions of them in one.
		for (int i = 0; i < slope.length; i++) {
			slope[i] = exp(-picture[i]);
		}
		for (int i = 0; i < slope.length; i++) {
			float power = slope[i];
			float share = 1 / (1 + power);
			slope[i] = 255 * power * share * share;
			picture[i] = 255 * share - shift[i];
		}
	}

	@Override
	public void backward(float[] pictureGradient, float[] parameterGradient) {
		for (int i = 0; i < slope.length; i++) {
			pictureGradient[i] *= slope[i];
		}
		inner.backward(pictureGradient, parameterGradient);
	}

	/**
	 * The exponential function, as precise as a float is: {@code e^x = (e^(x / 256))^256}, the root from the first terms of its series.
	 * Of {@link Math#exp} a loop would make a call for each value.
	 */
	private static float exp(float value) {
		double x = Math.max(-LARGEST_EXPONENT, Math.min(LARGEST_EXPONENT, value)) / 256.0;
		double power = 1 + x * (1 + x * (1 / 2.0 + x * (1 / 6.0 + x * (1 / 24.0 + x * (1 / 120.0 + x * (1 / 720.0))))));
		power *= power;
		power *= power;
		power *= power;
		power *= power;
		power *= power;
		power *= power;
		power *= power;
		power *= power;
		return (float) power;
	}
}
