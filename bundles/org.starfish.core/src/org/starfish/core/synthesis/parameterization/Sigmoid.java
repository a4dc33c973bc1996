// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.parameterization;

import org.starfish.core.synthesis.Step;

/**
 * Squeezes what another parameterization paints into the range of pixels: {@code pixel = 255 / (1 + e^-u)}, given relative to a
 * centre. No picture can leave the range, and no value at its border is stuck there.
 */
public final class Sigmoid implements Parameterization {
	/** Pure black and white would need infinite numbers; photos have both. */
	private static final double FARTHEST = 0.002;

	private final Parameterization inner;
	private final float[] center;
	private final float[] slope;

	/**
	 * @param inner paints u
	 * @param pictureSize how many values a picture has
	 * @param center one a channel: the pixel value that is 0 in the picture
	 */
	public Sigmoid(Parameterization inner, int pictureSize, float... center) {
		this.inner = inner;
		this.center = center.clone();
		slope = new float[pictureSize];
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
			double share = Math.clamp((picture[i] + center[i % center.length]) / 255.0, FARTHEST, 1 - FARTHEST);
			u[i] = (float) StrictMath.log(share / (1 - share));
		}
		inner.fit(u, parameters);
	}

	@Override
	public void apply(float[] parameters, float[] picture) {
		inner.apply(parameters, picture);
		for (int i = 0; i < slope.length; i++) {
			float share = (float) (1 / (1 + Math.exp(-picture[i])));
			slope[i] = 255 * share * (1 - share);
			picture[i] = 255 * share;
		}
		int channels = center.length;
		for (int c = 0; c < channels; c++) {
			float shift = center[c];
			for (int i = c; i < slope.length; i += channels) {
				picture[i] -= shift;
			}
		}
	}

	@Override
	public void backward(float[] pictureGradient, float[] parameterGradient) {
		for (int i = 0; i < slope.length; i++) {
			pictureGradient[i] *= slope[i];
		}
		inner.backward(pictureGradient, parameterGradient);
	}
}
