// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.parameterization;

import org.starfish.core.synthesis.picture.Draw;
import org.starfish.core.synthesis.picture.Step;

/** The numbers are the picture itself. Starts from normally distributed noise. */
public final class PixelImage implements Parameterization {
	private final Draw draw = new Draw("pixels");
	private final int size;
	private final double deviation;

	/**
	 * @param size how many values the picture has
	 * @param deviation standard deviation of the start
	 */
	public PixelImage(int size, double deviation) {
		this.size = size;
		this.deviation = deviation;
	}

	@Override
	public int size() {
		return size;
	}

	@Override
	public void start(Step step, float[] parameters) {
		for (int i = 0; i < size; i++) {
			parameters[i] = (float) (deviation * draw.normal(step, i));
		}
	}

	@Override
	public void fit(float[] picture, float[] parameters) {
		System.arraycopy(picture, 0, parameters, 0, size);
	}

	@Override
	public void apply(float[] parameters, float[] picture) {
		System.arraycopy(parameters, 0, picture, 0, size);
	}

	@Override
	public void backward(float[] pictureGradient, float[] parameterGradient) {
		System.arraycopy(pictureGradient, 0, parameterGradient, 0, size);
	}
}
