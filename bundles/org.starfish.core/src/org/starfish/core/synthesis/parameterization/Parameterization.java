// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.parameterization;

import org.starfish.core.synthesis.picture.Step;

/**
 * How a picture follows from the numbers that are optimized. Pictures are {@code [height, width, channels]}, channels last, in
 * whatever unit the parameterization says. Keeps arrays between calls; not for several threads.
 */
public interface Parameterization {
	/** How many numbers are optimized. */
	int size();

	/** Sets the numbers to a random start. */
	void start(Step step, float[] parameters);

	/** Sets the numbers so that they give this picture, as nearly as they can. */
	void fit(float[] picture, float[] parameters);

	/** Works out the picture. */
	void apply(float[] parameters, float[] picture);

	/**
	 * Works out the gradient with respect to the numbers, at those of the last {@link #apply}.
	 *
	 * @param pictureGradient may be overwritten
	 */
	void backward(float[] pictureGradient, float[] parameterGradient);
}
