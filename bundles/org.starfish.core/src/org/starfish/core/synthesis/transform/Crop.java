// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.transform;

import org.starfish.core.synthesis.picture.Draw;
import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.Step;

/**
 * Shows only a part of the picture, a box at a random place whose sides are a random share of the picture's. (As for MACO, Fel et
 * al. 2023)
 */
public final class Crop implements Transform {
	private final Draw draw = new Draw("crop");
	private final double smallest;
	private final double largest;
	private int x;
	private int y;
	private int height;
	private int width;

	/**
	 * @param smallest share of the sides, above 0
	 * @param largest share of the sides, at most 1
	 */
	public Crop(double smallest, double largest) {
		this.smallest = smallest;
		this.largest = largest;
	}

	@Override
	public void apply(Picture picture, Picture view, Step step) {
		height = picture.height();
		width = picture.width();
		double share = draw.uniform(step, 0, smallest, largest);
		view.reshape(Math.max(1, (int) Math.round(share * height)), Math.max(1, (int) Math.round(share * width)));
		x = draw.integer(step, 1, 0, width - view.width());
		y = draw.integer(step, 2, 0, height - view.height());
		for (int row = 0; row < view.height(); row++) {
			System.arraycopy(picture.values(), (row + y) * picture.stride() + x * picture.channels(), view.values(),
					row * view.stride(), view.stride());
		}
	}

	@Override
	public void backward(Picture viewGradient, Picture pictureGradient) {
		pictureGradient.reshape(height, width);
		pictureGradient.fill(0);
		for (int row = 0; row < viewGradient.height(); row++) {
			System.arraycopy(viewGradient.values(), row * viewGradient.stride(), pictureGradient.values(),
					(row + y) * pictureGradient.stride() + x * pictureGradient.channels(), viewGradient.stride());
		}
	}
}
