// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.transform;

import org.starfish.core.synthesis.Draw;
import org.starfish.core.synthesis.Picture;
import org.starfish.core.synthesis.Step;

/** Turns the picture about its centre by a random angle, with linear interpolation; the size stays. */
public final class Rotate implements Transform {
	private final Draw draw = new Draw("rotate");
	private final double farthest;
	private final int choices;
	private final double upright;
	private final float[] fill;
	private double cos = 1;
	private double sin;

	/**
	 * @param farthest degrees, each way
	 * @param choices how many evenly spaced angles there are to choose from; 0 for any between
	 * @param upright in how many of the steps nothing is turned, 0 to 1
	 * @param fill what comes into the corners, one value a channel
	 */
	public Rotate(double farthest, int choices, double upright, float... fill) {
		this.farthest = farthest;
		this.choices = choices;
		this.upright = upright;
		this.fill = fill.clone();
	}

	@Override
	public void apply(Picture picture, Picture view, Step step) {
		double share = choices > 1 ? draw.integer(step, 0, 0, choices - 1) / (choices - 1.0) : draw.uniform(step, 0);
		double angle = draw.uniform(step, 1) < upright ? 0 : StrictMath.toRadians(farthest * (2 * share - 1));
		cos = StrictMath.cos(angle);
		sin = StrictMath.sin(angle);
		if (sin == 0) {
			view.set(picture);
			return;
		}
		view.reshape(picture.height(), picture.width());
		int channels = picture.channels();
		int stride = picture.stride();
		float[] source = picture.values();
		float[] target = view.values();
		double middleX = (picture.width() - 1) / 2.0;
		double middleY = (picture.height() - 1) / 2.0;
		for (int y = 0, to = 0; y < view.height(); y++) {
			for (int x = 0; x < view.width(); x++, to += channels) {
				double sx = cos * (x - middleX) - sin * (y - middleY) + middleX;
				double sy = sin * (x - middleX) + cos * (y - middleY) + middleY;
				int x0 = (int) Math.floor(sx);
				int y0 = (int) Math.floor(sy);
				float fx = (float) (sx - x0);
				float fy = (float) (sy - y0);
				int from = y0 * stride + x0 * channels;
				if (x0 >= 0 && y0 >= 0 && x0 + 1 < picture.width() && y0 + 1 < picture.height()) {
					for (int c = 0; c < channels; c++) {
						float top = source[from + c] + fx * (source[from + channels + c] - source[from + c]);
						float bottom = source[from + stride + c]
								+ fx * (source[from + stride + channels + c] - source[from + stride + c]);
						target[to + c] = top + fy * (bottom - top);
					}
				} else {
					for (int c = 0; c < channels; c++) {
						float top = at(picture, x0, y0, c) * (1 - fx) + at(picture, x0 + 1, y0, c) * fx;
						float bottom = at(picture, x0, y0 + 1, c) * (1 - fx) + at(picture, x0 + 1, y0 + 1, c) * fx;
						target[to + c] = top * (1 - fy) + bottom * fy;
					}
				}
			}
		}
	}

	@Override
	public void backward(Picture viewGradient, Picture pictureGradient) {
		if (sin == 0) {
			pictureGradient.set(viewGradient);
			return;
		}
		pictureGradient.reshape(viewGradient.height(), viewGradient.width());
		pictureGradient.fill(0);
		int channels = viewGradient.channels();
		int stride = viewGradient.stride();
		int width = viewGradient.width();
		int height = viewGradient.height();
		float[] source = viewGradient.values();
		float[] target = pictureGradient.values();
		double middleX = (width - 1) / 2.0;
		double middleY = (height - 1) / 2.0;
		for (int y = 0, from = 0; y < height; y++) {
			for (int x = 0; x < width; x++, from += channels) {
				double sx = cos * (x - middleX) - sin * (y - middleY) + middleX;
				double sy = sin * (x - middleX) + cos * (y - middleY) + middleY;
				int x0 = (int) Math.floor(sx);
				int y0 = (int) Math.floor(sy);
				float fx = (float) (sx - x0);
				float fy = (float) (sy - y0);
				int to = y0 * stride + x0 * channels;
				boolean left = x0 >= 0 && x0 < width;
				boolean right = x0 + 1 >= 0 && x0 + 1 < width;
				boolean top = y0 >= 0 && y0 < height;
				boolean bottom = y0 + 1 >= 0 && y0 + 1 < height;
				for (int c = 0; c < channels; c++) {
					float g = source[from + c];
					if (top && left) {
						target[to + c] += (1 - fx) * (1 - fy) * g;
					}
					if (top && right) {
						target[to + channels + c] += fx * (1 - fy) * g;
					}
					if (bottom && left) {
						target[to + stride + c] += (1 - fx) * fy * g;
					}
					if (bottom && right) {
						target[to + stride + channels + c] += fx * fy * g;
					}
				}
			}
		}
	}

	private float at(Picture picture, int x, int y, int c) {
		return x < 0 || y < 0 || x >= picture.width() || y >= picture.height() ? fill[c]
				: picture.values()[y * picture.stride() + x * picture.channels() + c];
	}
}
