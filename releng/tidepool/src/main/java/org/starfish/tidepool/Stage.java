// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

/**
 * What a creature is drawn on.
 *
 * @param x column of its middle in drawing units
 * @param y row of its middle
 * @param radius about half its extent
 * @param turn by how much it is rotated, in radians; 0 means upright for those that have an upright
 * @param grounded whether it lies on something that its shadow falls on
 */
record Stage(Canvas canvas, Light light, float x, float y, float radius, float turn, boolean grounded) {
	Relief relief() {
		return new Relief(canvas.width);
	}

	void shade(Relief relief, Skin skin) {
		light.shade(relief, skin, canvas, grounded);
	}

	void shadeFloating(Relief relief, Skin skin) {
		light.shade(relief, skin, canvas, false);
	}

	/** Column of a point given in the creature's own upright frame, {@code dx} to the right and {@code dy} down. */
	float column(float dx, float dy) {
		return x + dx * (float) Math.cos(turn) - dy * (float) Math.sin(turn);
	}

	/** Row of a point given in the creature's own upright frame. */
	float row(float dx, float dy) {
		return y + dx * (float) Math.sin(turn) + dy * (float) Math.cos(turn);
	}
}
