// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.regularizer;

import org.starfish.core.synthesis.picture.Picture;

/** A property of the picture itself that the ascent is to keep small. */
public interface Penalty {
	/**
	 * Works out the penalty and its gradient.
	 *
	 * @param gradient gets {@code weight} times the gradient added
	 */
	double score(Picture picture, float weight, Picture gradient);
}
