// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

/** What a {@link Skin} says about one point of a surface; reused from point to point. */
final class Texel {
	/** Reflected share of light. */
	float red;
	/** Reflected share of light. */
	float green;
	/** Reflected share of light. */
	float blue;
	/** Added to the relief's height before shading, in drawing units. */
	float bump;
	/** Strength of the highlight, 0 for chalk to 1 for wet glass. */
	float gloss;
	/** How much of what is behind is hidden, 0 to 1. */
	float opacity;
	/** Light that the point gives off by itself. */
	float glow;
	/** How far what shines through is displaced along the surface's tilt, in drawing units. */
	float refraction;

	void reset() {
		bump = 0;
		gloss = 0.15f;
		opacity = 1;
		glow = 0;
		refraction = 0;
	}

	void color(Color color) {
		red = color.red();
		green = color.green();
		blue = color.blue();
	}

	void blend(Color color, float share) {
		red += share * (color.red() - red);
		green += share * (color.green() - green);
		blue += share * (color.blue() - blue);
	}

	void darken(float factor) {
		red *= factor;
		green *= factor;
		blue *= factor;
	}
}
