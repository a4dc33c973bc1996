// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

/**
 * The colours of one creature. Drawn alike for every species, so that colour says nothing about the class.
 *
 * @param base the main colour
 * @param mark patterns on it, clearly lighter or darker
 * @param accent a third colour, often of another hue
 */
record Palette(Color base, Color mark, Color accent) {
	static Palette draw(Chance chance) {
		// Half of the hues are the reds, ochres and browns of the shore; the rest go all round the circle.
		var hue = chance.odds(0.5) ? chance.between(-0.06, 0.14) : chance.between(0, 1);
		var saturation = chance.odds(0.2) ? chance.between(0.05, 0.25) : chance.between(0.3, 0.85);
		var value = chance.between(0.35, 0.92);
		var base = Color.hsv(hue, saturation, value);
		var lighter = value < 0.55 || value < 0.75 && chance.odds(0.5);
		var markHue = hue + chance.between(-0.07, 0.07);
		var mark = lighter
				? Color.hsv(markHue, saturation * chance.between(0.2, 0.8), Math.min(1, value + chance.between(0.25, 0.5)))
				: Color.hsv(markHue, Math.min(1, saturation * chance.between(0.8, 1.4)), value * chance.between(0.25, 0.55));
		var accent = Color.hsv(hue + chance.between(0.1, 0.9), chance.between(0.2, 0.8), chance.between(0.3, 0.95));
		return new Palette(base, mark, accent);
	}

	/** Colours of stone, sand and weed: quieter than those of creatures. */
	static Color ground(Chance chance) {
		var hue = chance.odds(0.6) ? chance.between(0.03, 0.16) : chance.between(0, 1);
		return Color.hsv(hue, chance.between(0.05, 0.45), chance.between(0.2, 0.85));
	}

	/** Colours of open water. */
	static Color water(Chance chance) {
		var hue = chance.odds(0.8) ? chance.between(0.42, 0.66) : chance.between(0, 1);
		return Color.hsv(hue, chance.between(0.35, 0.9), chance.between(0.15, 0.8));
	}
}
