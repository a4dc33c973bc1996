// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

/** Colour, fine relief and translucence of a surface. */
@FunctionalInterface
interface Skin {
	/**
	 * Fills {@code texel} for one point.
	 *
	 * @param part number that the point's shape was laid down with
	 * @param u position along the shape
	 * @param v position across it, -1 to 1
	 * @param x column in drawing units
	 * @param y row in drawing units
	 */
	void paint(int part, float u, float v, float x, float y, Texel texel);
}
