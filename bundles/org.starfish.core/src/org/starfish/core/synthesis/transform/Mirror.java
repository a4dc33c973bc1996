// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.transform;

import org.starfish.core.synthesis.Draw;
import org.starfish.core.synthesis.Picture;
import org.starfish.core.synthesis.Step;

/** Exchanges left and right in some of the steps. */
public final class Mirror implements Transform {
	private final Draw draw = new Draw("mirror");
	private final double probability;
	private boolean mirrored;

	/**
	 * @param probability in how many of the steps, 0 to 1
	 */
	public Mirror(double probability) {
		this.probability = probability;
	}

	@Override
	public void apply(Picture picture, Picture view, Step step) {
		mirrored = draw.uniform(step, 0) < probability;
		copy(picture, view);
	}

	@Override
	public void backward(Picture viewGradient, Picture pictureGradient) {
		copy(viewGradient, pictureGradient);
	}

	private void copy(Picture from, Picture to) {
		to.set(from);
		if (!mirrored) {
			return;
		}
		int channels = from.channels();
		float[] source = from.values();
		float[] target = to.values();
		for (int y = 0; y < from.height(); y++) {
			int row = y * from.stride();
			for (int x = 0; x < from.width(); x++) {
				int a = row + x * channels;
				int b = row + (from.width() - 1 - x) * channels;
				for (int c = 0; c < channels; c++) {
					target[a + c] = source[b + c];
				}
			}
		}
	}
}
