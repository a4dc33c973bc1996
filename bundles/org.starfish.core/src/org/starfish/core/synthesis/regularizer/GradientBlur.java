// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.regularizer;

import org.starfish.core.synthesis.picture.Draw;
import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.Step;

/**
 * Blurs the gradient with a Gaussian whose width is drawn anew each step, so that no frequency is lost for good. (Garon, Zhang and
 * Rezaei, Visualizing Deep Neural Networks, 2017, section 3.2)
 */
public final class GradientBlur implements GradientRegularizer {
	private static final double NEGLIGIBLE = 0.2;

	private final Draw draw = new Draw("gradientBlur");
	private final Kernel kernel = new Kernel(Kernel.Border.REFLECTING);
	private final double narrowest;
	private final double widest;

	/**
	 * @param narrowest standard deviation in pixels of the network's view
	 * @param widest standard deviation in pixels of the network's view
	 */
	public GradientBlur(double narrowest, double widest) {
		this.narrowest = narrowest;
		this.widest = widest;
	}

	@Override
	public void apply(Picture gradient, Step step) {
		double sigma = draw.uniform(step, 0, narrowest, widest);
		if (sigma > NEGLIGIBLE) {
			kernel.gaussian(sigma, (int) Math.ceil(3 * sigma));
			kernel.apply(gradient);
		}
	}
}
