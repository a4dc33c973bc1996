// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.regularizer;

import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.PixelSpace;
import org.starfish.core.synthesis.picture.Step;

/** Keeps every value between black and white. */
public final class PixelClip implements ImageRegularizer {
	private final PixelSpace space;

	public PixelClip(PixelSpace space) {
		this.space = space;
	}

	@Override
	public void apply(Picture picture, Picture gradient, Step step) {
		float[] values = picture.values();
		int channels = picture.channels();
		for (int c = 0; c < channels; c++) {
			float black = space.black(c);
			float white = space.white(c);
			for (int i = c; i < picture.size(); i += channels) {
				values[i] = Math.min(Math.max(values[i], black), white);
			}
		}
	}
}
