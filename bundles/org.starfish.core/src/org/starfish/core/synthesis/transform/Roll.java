// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.transform;

import org.starfish.core.synthesis.picture.Draw;
import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.Step;

/**
 * Shifts the picture by up to so many pixels each way; what leaves on one side comes in on the other. The jitter of DeepDream
 * (Mordvintsev, Olah and Tyka 2015).
 */
public final class Roll implements Transform {
	private final Draw draw = new Draw("roll");
	private final int farthest;
	private int dx;
	private int dy;

	/**
	 * @param farthest pixels
	 */
	public Roll(int farthest) {
		this.farthest = farthest;
	}

	@Override
	public void apply(Picture picture, Picture view, Step step) {
		dx = draw.integer(step, 0, -farthest, farthest);
		dy = draw.integer(step, 1, -farthest, farthest);
		roll(picture, view, dx, dy);
	}

	@Override
	public void backward(Picture viewGradient, Picture pictureGradient) {
		roll(viewGradient, pictureGradient, -dx, -dy);
	}

	private static void roll(Picture from, Picture to, int right, int down) {
		to.reshape(from.height(), from.width());
		int stride = from.stride();
		int shift = Math.floorMod(right, from.width()) * from.channels();
		for (int y = 0; y < from.height(); y++) {
			int source = y * stride;
			int target = Math.floorMod(y + down, from.height()) * stride;
			System.arraycopy(from.values(), source, to.values(), target + shift, stride - shift);
			System.arraycopy(from.values(), source + stride - shift, to.values(), target, shift);
		}
	}
}
