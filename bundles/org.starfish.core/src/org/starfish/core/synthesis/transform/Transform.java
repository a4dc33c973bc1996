// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.transform;

import org.starfish.core.synthesis.picture.Draw;
import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.Step;

/**
 * Varies the network's view of a picture, anew each step, so that what is drawn does not hang on single pixels. An affine map of the
 * picture; the same step gives the same one. Remembers what it drew until the gradient comes back; not for several threads.
 */
public interface Transform {
	/**
	 * Writes the view.
	 *
	 * @param view takes the size that it needs
	 */
	void apply(Picture picture, Picture view, Step step);

	/**
	 * Writes the gradient with respect to the picture of the last {@link #apply}.
	 *
	 * @param viewGradient may be overwritten
	 * @param pictureGradient takes the size of that picture
	 */
	void backward(Picture viewGradient, Picture pictureGradient);
}
