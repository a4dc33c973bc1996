// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.regularizer;

import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.Step;

/**
 * Pulls every pixel towards gray: {@code x <- (1 - decay) x}, the L2 decay. (Yosinski et al., Understanding Neural Networks
 * Through Deep Visualization, 2015, section 3)
 */
public final class Decay implements ImageRegularizer {
	private final float kept;

	/**
	 * @param decay 0 to 1
	 */
	public Decay(double decay) {
		kept = (float) (1 - decay);
	}

	@Override
	public void apply(Picture picture, Picture gradient, Step step) {
		float[] values = picture.values();
		for (int i = 0; i < picture.size(); i++) {
			values[i] *= kept;
		}
	}
}
