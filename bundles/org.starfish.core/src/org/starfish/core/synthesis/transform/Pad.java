// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.transform;

import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.Step;

/** Puts a frame of one colour around the picture, so that later transforms find something beyond its border. */
public final class Pad implements Transform {
	private final int margin;
	private final float[] fill;

	/**
	 * @param margin pixels on each side
	 * @param fill one value a channel
	 */
	public Pad(int margin, float... fill) {
		this.margin = margin;
		this.fill = fill.clone();
	}

	@Override
	public void apply(Picture picture, Picture view, Step step) {
		view.reshape(picture.height() + 2 * margin, picture.width() + 2 * margin);
		int side = margin * picture.channels();
		int stride = view.stride();
		int end = (view.height() - margin) * stride;
		fill(view.values(), 0, margin * stride);
		for (int row = margin * stride, from = 0; row < end; row += stride, from += picture.stride()) {
			fill(view.values(), row, row + side);
			System.arraycopy(picture.values(), from, view.values(), row + side, picture.stride());
			fill(view.values(), row + stride - side, row + stride);
		}
		fill(view.values(), end, view.size());
	}

	private void fill(float[] values, int from, int to) {
		for (int c = 0; c < fill.length; c++) {
			for (int i = from + c; i < to; i += fill.length) {
				values[i] = fill[c];
			}
		}
	}

	@Override
	public void backward(Picture viewGradient, Picture pictureGradient) {
		pictureGradient.reshape(viewGradient.height() - 2 * margin, viewGradient.width() - 2 * margin);
		for (int y = 0; y < pictureGradient.height(); y++) {
			System.arraycopy(viewGradient.values(),
					(y + margin) * viewGradient.stride() + margin * viewGradient.channels(),
					pictureGradient.values(), y * pictureGradient.stride(), pictureGradient.stride());
		}
	}
}
