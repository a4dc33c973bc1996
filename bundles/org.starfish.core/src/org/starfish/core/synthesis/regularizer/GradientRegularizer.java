// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.regularizer;

import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.Step;

/** The r2 of {@code x <- r1(x + eta r2(da/dx))}: acts on the gradient before it is taken. */
public interface GradientRegularizer {
	/** Changes the gradient. */
	void apply(Picture gradient, Step step);
}
