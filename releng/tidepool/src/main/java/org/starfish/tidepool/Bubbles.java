// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

/** A swarm of air bubbles, clear balls with bright rims and highlights that bend what is behind them. */
final class Bubbles implements Creature {
	@Override
	public void draw(Stage stage, Chance chance) {
		var count = chance.integer(6, 34);
		var typical = chance.between(0.9, 1.5) * stage.radius() / (float) Math.sqrt(count);
		var stretch = chance.between(0.5, 1.2);
		var tint = Palette.draw(chance);
		var clear = chance.between(0.03, 0.2);
		var rim = chance.between(0.55, 0.95);
		// Far bubbles first, so that near ones bend their picture too.
		for (var layer = 0; layer < 3; layer++) {
			var relief = stage.relief();
			for (var k = layer; k < count; k += 3) {
				var dx = stage.radius() * stretch * 0.62f * chance.normal();
				var dy = stage.radius() * 0.62f * chance.normal();
				var radius = typical * (float) Math.exp(0.5 * chance.normal()) * (0.6f + 0.25f * layer);
				relief.ball(stage.column(dx, dy), stage.row(dx, dy), chance.between(-1, 1), Math.min(radius, 19), 0.98f, 1 + k, radius, 1, 0);
			}
			stage.shadeFloating(relief, skin(relief, tint, clear, rim));
		}
	}

	private static Skin skin(Relief relief, Palette tint, float clear, float rim) {
		return (part, radius, v, x, y, texel) -> {
			texel.color(new Color(0.85f, 0.9f, 0.95f).mix(tint.base(), 0.25f));
			var index = Math.min(relief.width - 1, (int) (y * relief.scale)) * relief.width + Math.min(relief.width - 1, (int) (x * relief.scale));
			// Tilt of the ball, read off its height: 0 in the middle, 1 at the rim.
			var flat = edge(relief, index, radius);
			texel.opacity = clear + rim * 0.85f * Field.step(0.72f, 0.98f, flat) * (1 - 0.5f * Field.step(0.96f, 1, flat));
			texel.glow = 0.25f * flat;
			texel.gloss = 0.95f;
			texel.refraction = Math.min(9, 0.8f * radius) * flat;
		};
	}

	/** Distance from the ball's middle as a share of its radius, from how steep the relief is there. */
	private static float edge(Relief relief, int index, float radius) {
		var width = relief.width;
		var column = index % width;
		var dx = slope(relief, index, column > 0 ? index - 1 : index, column < width - 1 ? index + 1 : index);
		var dy = slope(relief, index, index >= width ? index - width : index, index + width < width * width ? index + width : index);
		var steep = (float) Math.sqrt(dx * dx + dy * dy) * relief.scale;
		return steep / (float) Math.sqrt(1 + steep * steep);
	}

	private static float slope(Relief relief, int index, int before, int after) {
		var h = relief.height;
		if (relief.part[before] == relief.part[index] && relief.part[after] == relief.part[index] && relief.covers(before) && relief.covers(after)) {
			return before == after ? 0 : (h[after] - h[before]) / (before == index || after == index ? 1 : 2);
		}
		return 3;
	}
}
