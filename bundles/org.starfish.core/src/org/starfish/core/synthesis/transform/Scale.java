// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.transform;

import org.starfish.core.synthesis.picture.Draw;
import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.Step;

/** Makes the picture larger or smaller by a random factor, with linear interpolation. */
public final class Scale implements Transform {
	private final Draw draw = new Draw("scale");
	private final Resampling resampling = new Resampling(false);
	private final double smallest;
	private final double largest;
	private final int choices;
	private int height;
	private int width;

	/**
	 * @param smallest factor
	 * @param largest factor
	 * @param choices how many evenly spaced factors there are to choose from; 0 for any between
	 */
	public Scale(double smallest, double largest, int choices) {
		this.smallest = smallest;
		this.largest = largest;
		this.choices = choices;
	}

	@Override
	public void apply(Picture picture, Picture view, Step step) {
		double share = choices > 1 ? draw.integer(step, 0, 0, choices - 1) / (choices - 1.0) : draw.uniform(step, 0);
		double factor = smallest + (largest - smallest) * share;
		height = picture.height();
		width = picture.width();
		// A hair more than the product, so that 1.1 times 240 is 264 although 1.1 is a little less in binary.
		view.reshape(Math.max(1, (int) (factor * height + 1e-6)), Math.max(1, (int) (factor * width + 1e-6)));
		resampling.apply(picture, view);
	}

	@Override
	public void backward(Picture viewGradient, Picture pictureGradient) {
		pictureGradient.reshape(height, width);
		resampling.transpose(viewGradient, pictureGradient);
	}
}
