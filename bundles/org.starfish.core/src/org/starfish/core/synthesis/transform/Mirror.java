// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.transform;

import org.starfish.core.synthesis.picture.Draw;
import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.Step;

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
		if (!mirrored) {
			to.set(from);
			return;
		}
		to.reshape(from.height(), from.width());
		int channels = from.channels();
		for (int row = 0; row < from.size(); row += from.stride()) {
			for (int c = 0; c < channels; c++) {
				reverse(from.values(), to.values(), row + c, channels, from.width());
			}
		}
	}

	private static void reverse(float[] from, float[] to, int start, int step, int count) {
		int source = start + (count - 1) * step;
		int target = start;
		for (int i = 0; i < count; i++) {
			to[target] = from[source];
			source -= step;
			target += step;
		}
	}
}
