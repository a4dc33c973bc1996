// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.transform;

import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.Step;

/** Brings the picture to a fixed size, with linear interpolation. Draws nothing. */
public final class Resize implements Transform {
	private final Resampling resampling;
	private final int viewHeight;
	private final int viewWidth;
	private int height;
	private int width;

	/**
	 * @param averages whether a source pixel that lies between the sampled ones counts too when the picture shrinks
	 */
	public Resize(int viewHeight, int viewWidth, boolean averages) {
		this.viewHeight = viewHeight;
		this.viewWidth = viewWidth;
		resampling = new Resampling(averages);
	}

	@Override
	public void apply(Picture picture, Picture view, Step step) {
		height = picture.height();
		width = picture.width();
		view.reshape(viewHeight, viewWidth);
		resampling.apply(picture, view);
	}

	@Override
	public void backward(Picture viewGradient, Picture pictureGradient) {
		pictureGradient.reshape(height, width);
		resampling.transpose(viewGradient, pictureGradient);
	}
}
