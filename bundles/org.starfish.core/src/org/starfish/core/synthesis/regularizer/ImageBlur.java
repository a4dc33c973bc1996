// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.regularizer;

import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.Step;

/**
 * Blurs the picture every so many steps with a Gaussian, cut off at 4 standard deviations. (Yosinski et al. 2015, section 3)
 */
public final class ImageBlur implements ImageRegularizer {
	private final Kernel kernel = new Kernel(Kernel.Border.REPEATING);
	private final int every;

	/**
	 * @param sigma standard deviation in pixels
	 * @param every how many steps lie between
	 */
	public ImageBlur(double sigma, int every) {
		this.every = every;
		kernel.gaussian(sigma, (int) (4 * sigma + 0.5));
	}

	@Override
	public void apply(Picture picture, Picture gradient, Step step) {
		if (step.index() % every == 0) {
			kernel.apply(picture);
		}
	}
}
