// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.transform;

import org.starfish.core.synthesis.picture.Draw;
import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.Step;

/**
 * Turns the picture about its centre by a random angle, with linear interpolation; the size stays.
 * <p>
 * Where a pixel of the view lies in the picture is worked out in fixed point: from pixel to pixel by additions, which are exact, so
 * that the way back meets the same places.
 */
public final class Rotate implements Transform {
	/** Binary places of a coordinate. */
	private static final int PLACES = 32;
	private static final long ONE = 1L << PLACES;

	private final Draw draw = new Draw("rotate");
	private final double farthest;
	private final int choices;
	private final double upright;
	private final float[] fill;
	private boolean turned;
	/** How far to the right and down in the picture one pixel to the right in the view is. */
	private long right;
	private long down;
	private int height;
	private int width;
	/** Where the first pixel of the row of the view that is worked on lies in the picture. */
	private long rowX;
	private long rowY;
	/** The pixels of that row, from the first up to the second, whose four neighbours all lie in the picture. */
	private int first;
	private int end;

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
		right = Math.round(StrictMath.cos(angle) * ONE);
		down = Math.round(StrictMath.sin(angle) * ONE);
		height = picture.height();
		width = picture.width();
		turned = right != ONE || down != 0;
		if (!turned) {
			view.set(picture);
			return;
		}
		view.reshape(height, width);
		for (int y = 0; y < height; y++) {
			startRow(y, picture.channels());
			applyAnywhere(picture, view, y, 0, first);
			applyInside(picture.values(), picture.stride(), view.values(), y * view.stride());
			applyAnywhere(picture, view, y, end, width);
		}
	}

	@Override
	public void backward(Picture viewGradient, Picture pictureGradient) {
		if (!turned) {
			pictureGradient.set(viewGradient);
			return;
		}
		pictureGradient.reshape(height, width);
		pictureGradient.fill(0);
		for (int y = 0; y < height; y++) {
			startRow(y, viewGradient.channels());
			backwardAnywhere(viewGradient, pictureGradient, y, 0, first);
			backwardInside(viewGradient.values(), y * viewGradient.stride(), pictureGradient.values(),
					pictureGradient.stride());
			backwardAnywhere(viewGradient, pictureGradient, y, end, width);
		}
	}

	private void startRow(int y, int channels) {
		// Twice the distances from the centre are whole numbers.
		long fromMiddle = 2L * y - (height - 1);
		rowX = (((width - 1L) << PLACES) - right * (width - 1) - down * fromMiddle) >> 1;
		rowY = (((height - 1L) << PLACES) - down * (width - 1) + right * fromMiddle) >> 1;
		first = 0;
		// Only colours have the fast way.
		end = channels == 3 ? width : 0;
		while (first < end && !inside(first)) {
			first++;
		}
		while (end > first && !inside(end - 1)) {
			end--;
		}
	}

	private boolean inside(int x) {
		long left = rowX + x * right >> PLACES;
		long top = rowY + x * down >> PLACES;
		return left >= 0 && top >= 0 && left + 1 < width && top + 1 < height;
	}

	private static float fraction(long coordinate) {
		return ((int) (coordinate >> PLACES - 24) & 0xffffff) * 0x1p-24f;
	}

	private void applyInside(float[] source, int stride, float[] target, int row) {
		long sx = rowX + first * right;
		long sy = rowY + first * down;
		int last = row + 3 * end;
		for (int to = row + 3 * first; to < last; to += 3) {
			int from = (int) (sy >> PLACES) * stride + (int) (sx >> PLACES) * 3;
			int below = from + stride;
			float fx = fraction(sx);
			float fy = fraction(sy);
			float d = fx * fy;
			float c = fy - d;
			float b = fx - d;
			float a = 1 - fx - c;
			target[to] = a * source[from] + b * source[from + 3] + c * source[below] + d * source[below + 3];
			target[to + 1] = a * source[from + 1] + b * source[from + 4] + c * source[below + 1]
					+ d * source[below + 4];
			target[to + 2] = a * source[from + 2] + b * source[from + 5] + c * source[below + 2]
					+ d * source[below + 5];
			sx += right;
			sy += down;
		}
	}

	private void applyAnywhere(Picture picture, Picture view, int y, int begin, int finish) {
		int channels = picture.channels();
		for (int x = begin; x < finish; x++) {
			long sx = rowX + x * right;
			long sy = rowY + x * down;
			int x0 = (int) (sx >> PLACES);
			int y0 = (int) (sy >> PLACES);
			float fx = fraction(sx);
			float fy = fraction(sy);
			int to = y * view.stride() + x * channels;
			for (int c = 0; c < channels; c++) {
				float top = at(picture, x0, y0, c) * (1 - fx) + at(picture, x0 + 1, y0, c) * fx;
				float bottom = at(picture, x0, y0 + 1, c) * (1 - fx) + at(picture, x0 + 1, y0 + 1, c) * fx;
				view.values()[to + c] = top * (1 - fy) + bottom * fy;
			}
		}
	}

	private float at(Picture picture, int x, int y, int c) {
		return x < 0 || y < 0 || x >= width || y >= height ? fill[c]
				: picture.values()[y * picture.stride() + x * picture.channels() + c];
	}

	private void backwardInside(float[] source, int row, float[] target, int stride) {
		long sx = rowX + first * right;
		long sy = rowY + first * down;
		int last = row + 3 * end;
		for (int from = row + 3 * first; from < last; from += 3) {
			int to = (int) (sy >> PLACES) * stride + (int) (sx >> PLACES) * 3;
			int below = to + stride;
			float fx = fraction(sx);
			float fy = fraction(sy);
			float d = fx * fy;
			float c = fy - d;
			float b = fx - d;
			float a = 1 - fx - c;
			float g0 = source[from];
			float g1 = source[from + 1];
			float g2 = source[from + 2];
			target[to] += a * g0;
			target[to + 1] += a * g1;
			target[to + 2] += a * g2;
			target[to + 3] += b * g0;
			target[to + 4] += b * g1;
			target[to + 5] += b * g2;
			target[below] += c * g0;
			target[below + 1] += c * g1;
			target[below + 2] += c * g2;
			target[below + 3] += d * g0;
			target[below + 4] += d * g1;
			target[below + 5] += d * g2;
			sx += right;
			sy += down;
		}
	}

	private void backwardAnywhere(Picture viewGradient, Picture pictureGradient, int y, int begin, int finish) {
		int channels = viewGradient.channels();
		for (int x = begin; x < finish; x++) {
			long sx = rowX + x * right;
			long sy = rowY + x * down;
			int x0 = (int) (sx >> PLACES);
			int y0 = (int) (sy >> PLACES);
			float fx = fraction(sx);
			float fy = fraction(sy);
			int from = y * viewGradient.stride() + x * channels;
			for (int c = 0; c < channels; c++) {
				float g = viewGradient.values()[from + c];
				add(pictureGradient, x0, y0, c, (1 - fx) * (1 - fy) * g);
				add(pictureGradient, x0 + 1, y0, c, fx * (1 - fy) * g);
				add(pictureGradient, x0, y0 + 1, c, (1 - fx) * fy * g);
				add(pictureGradient, x0 + 1, y0 + 1, c, fx * fy * g);
			}
		}
	}

	private void add(Picture picture, int x, int y, int c, float value) {
		if (x >= 0 && y >= 0 && x < width && y < height) {
			picture.values()[y * picture.stride() + x * picture.channels() + c] += value;
		}
	}
}
