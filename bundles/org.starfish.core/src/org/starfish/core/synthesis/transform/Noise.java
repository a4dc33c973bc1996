// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.transform;

import org.starfish.core.synthesis.picture.Draw;
import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.Step;

/** Adds even noise to the view, so that the picture must mean something also where its fine detail drowns. */
public final class Noise implements Transform {
	private static final long GOLDEN = 0x9e3779b97f4a7c15L;
	private static final Draw DRAW = new Draw("noise");

	private final float deviation;

	/**
	 * @param deviation standard deviation in pixel units
	 */
	public Noise(double deviation) {
		this.deviation = (float) deviation;
	}

	@Override
	public void apply(Picture picture, Picture view, Step step) {
		view.set(picture);
		float[] values = view.values();
		// Even noise of variance 1 reaches to the square root of 3; one draw a step, spread by a fast mixing function.
		float reach = deviation * (float) Math.sqrt(3) * 0x1p-31f;
		long state = Double.doubleToLongBits(DRAW.uniform(step, 0)) * GOLDEN;
		for (int i = 0; i < view.size(); i++) {
			long z = (state + i * GOLDEN) * 0xbf58476d1ce4e5b9L;
			values[i] += reach * (int) ((z ^ (z >>> 29)) * 0x94d049bb133111ebL >>> 32);
		}
	}

	@Override
	public void backward(Picture viewGradient, Picture pictureGradient) {
		pictureGradient.set(viewGradient);
	}
}
