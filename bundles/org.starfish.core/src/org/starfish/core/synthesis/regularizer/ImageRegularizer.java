// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.regularizer;

import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.Step;

/** The r1 of {@code x <- r1(x + eta r2(da/dx))}: acts on the picture after a step. */
public interface ImageRegularizer {
	/**
	 * Changes the picture.
	 *
	 * @param gradient that the step was taken along, of the same size
	 */
	void apply(Picture picture, Picture gradient, Step step);
}
