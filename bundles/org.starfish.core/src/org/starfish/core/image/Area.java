// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

/**
 * A rectangle of a picture, in pixels; its edges may lie within pixels or outside the picture.
 *
 * @param x of the left edge
 * @param y of the upper edge
 * @param width 0 or more
 * @param height 0 or more
 */
public record Area(double x, double y, double width, double height) {
	/** What this and another rectangle share; of no width or height if they do not touch. */
	public Area intersection(Area other) {
		double left = Math.max(x, other.x);
		double top = Math.max(y, other.y);
		return new Area(left, top, Math.max(0, Math.min(x + width, other.x + other.width) - left),
				Math.max(0, Math.min(y + height, other.y + other.height) - top));
	}

	/**
	 * Where this rectangle lies when a picture is laid over an area.
	 *
	 * @param pictureWidth the width of the picture that this is a rectangle of
	 * @param pictureHeight its height
	 * @param target where that picture comes to lie
	 */
	public Area within(double pictureWidth, double pictureHeight, Area target) {
		double across = target.width / pictureWidth;
		double down = target.height / pictureHeight;
		return new Area(target.x + x * across, target.y + y * down, width * across, height * down);
	}
}
