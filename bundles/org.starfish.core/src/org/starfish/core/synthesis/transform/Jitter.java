// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.transform;

import org.starfish.core.synthesis.picture.Draw;
import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.Step;

/**
 * Cuts off so many rows and columns, more of them on one side or on the other: a shift for which nothing has to wrap around. As
 * Lucid does it.
 */
public final class Jitter implements Transform {
	private final Draw draw;
	private final int cut;
	private int x;
	private int y;
	private int height;
	private int width;

	/**
	 * @param part names this one of several jitters
	 * @param cut rows and columns
	 */
	public Jitter(String part, int cut) {
		draw = new Draw(part);
		this.cut = cut;
	}

	@Override
	public void apply(Picture picture, Picture view, Step step) {
		height = picture.height();
		width = picture.width();
		// Something must be left of the picture.
		int most = Math.min(cut, Math.min(height, width) - 1);
		x = draw.integer(step, 0, 0, most);
		y = draw.integer(step, 1, 0, most);
		view.reshape(height - most, width - most);
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
