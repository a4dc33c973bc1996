// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.regularizer;

import org.starfish.core.synthesis.picture.Draw;
import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.Step;

/**
 * Blurs the gradient a random number of times with a small kernel that is chosen at random: the {@link GradientBlur} of the paper as
 * its own program did it. Kernels of 3, 7 and 9 pixels have the standard deviations that OpenCV gives them, {@code 0.3 ((size -
 * 1) / 2 - 1) + 0.8}.
 */
public final class RepeatedBlur implements GradientRegularizer {
	private static final int[] SIZES = { 3, 7, 9 };

	private final Draw draw = new Draw("repeatedBlur");
	private final Kernel[] kernels = new Kernel[SIZES.length];
	private final int least;
	private final int most;

	/**
	 * @param least times
	 * @param most times
	 */
	public RepeatedBlur(int least, int most) {
		this.least = least;
		this.most = most;
		for (int i = 0; i < SIZES.length; i++) {
			kernels[i] = new Kernel(Kernel.Border.REFLECTING);
			int radius = SIZES[i] / 2;
			kernels[i].gaussian(0.3 * (radius - 1) + 0.8, radius);
		}
	}

	@Override
	public void apply(Picture gradient, Step step) {
		int times = draw.integer(step, 0, least, most);
		Kernel kernel = kernels[draw.integer(step, 1, 0, SIZES.length - 1)];
		for (int i = 0; i < times; i++) {
			kernel.apply(gradient);
		}
	}
}
