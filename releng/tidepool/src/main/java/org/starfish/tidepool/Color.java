// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

/** A colour in linear light, each part 0 to 1 or brighter. */
record Color(float red, float green, float blue) {
	/** From hue (in turns), saturation and value as a person names them, i.e. before linearization. */
	static Color hsv(float hue, float saturation, float value) {
		return new Color(part(hue, saturation, value, 5), part(hue, saturation, value, 3), part(hue, saturation, value, 1));
	}

	private static float part(float hue, float saturation, float value, int n) {
		var k = (n + (hue - (float) Math.floor(hue)) * 6) % 6;
		var v = value * (1 - saturation * Math.max(0, Math.min(Math.min(k, 4 - k), 1)));
		return (float) Math.pow(v, 2.2);
	}

	Color mix(Color other, float share) {
		return new Color(red + share * (other.red - red), green + share * (other.green - green),
				blue + share * (other.blue - blue));
	}

	Color times(float factor) {
		return new Color(red * factor, green * factor, blue * factor);
	}
}
