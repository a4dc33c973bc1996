// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.parameterization;

import org.starfish.core.synthesis.picture.Step;

/**
 * Brings what another parameterization paints to pixel units: {@code pixel = 127.5 + 63.75 u}, given relative to a centre. That is
 * the tangent of {@link Sigmoid} at gray, so that the same numbers give the same picture where contrast is low.
 */
public final class Linear implements Parameterization {
	/** Pixel units for one unit of what is painted. */
	public static final float UNIT = 63.75f;
	private static final float GRAY = 127.5f;

	private final Parameterization inner;
	private final int pictureSize;
	private final float[] center;

	/**
	 * @param inner paints u
	 * @param pictureSize how many values a picture has
	 * @param center one a channel: the pixel value that is 0 in the picture
	 */
	public Linear(Parameterization inner, int pictureSize, float... center) {
		this.inner = inner;
		this.pictureSize = pictureSize;
		this.center = center.clone();
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
		float[] u = new float[pictureSize];
		for (int i = 0; i < pictureSize; i++) {
			u[i] = (picture[i] + center[i % center.length] - GRAY) / UNIT;
		}
		inner.fit(u, parameters);
	}

	@Override
	public void apply(float[] parameters, float[] picture) {
		inner.apply(parameters, picture);
		for (int c = 0; c < center.length; c++) {
			float shift = GRAY - center[c];
			for (int i = c; i < pictureSize; i += center.length) {
				picture[i] = UNIT * picture[i] + shift;
			}
		}
	}

	@Override
	public void backward(float[] pictureGradient, float[] parameterGradient) {
		for (int i = 0; i < pictureSize; i++) {
			pictureGradient[i] *= UNIT;
		}
		inner.backward(pictureGradient, parameterGradient);
	}
}
