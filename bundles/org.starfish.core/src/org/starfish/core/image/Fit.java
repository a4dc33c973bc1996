// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

/** How a picture is made to fit a size of another aspect ratio. */
public enum Fit {
	/** The largest centred part of the right aspect ratio is resized; what sticks out is lost, nothing is distorted. */
	CROP,
	/** Everything is resized; nothing is lost, shapes are distorted. */
	STRETCH;

	/**
	 * The part of a picture that is kept.
	 *
	 * @param width of the picture
	 * @param height of the picture
	 * @param targetWidth the width that it is resized to
	 * @param targetHeight the height that it is resized to
	 */
	public Area part(int width, int height, int targetWidth, int targetHeight) {
		if (this == STRETCH) {
			return new Area(0, 0, width, height);
		}
		double scale = Math.min((double) width / targetWidth, (double) height / targetHeight);
		double keptWidth = scale * targetWidth;
		double keptHeight = scale * targetHeight;
		return new Area((width - keptWidth) / 2, (height - keptHeight) / 2, keptWidth, keptHeight);
	}
}
