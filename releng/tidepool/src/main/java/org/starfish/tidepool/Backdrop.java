// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

/** What is behind the creature: open water, sand, rock or a blurred reef, lit by the same lamp. */
final class Backdrop {
	private Backdrop() {
	}

	/** Fills the canvas. Returns whether there is ground close enough for a shadow to fall on. */
	static boolean paint(Canvas canvas, Light light, Chance chance, boolean preferGround) {
		var kind = chance.between(0, 1) + (preferGround ? 0 : -0.28f);
		if (kind < 0.3f) {
			water(canvas, chance);
			return false;
		}
		if (kind < 0.58f) {
			sand(canvas, light, chance);
		} else if (kind < 0.82f) {
			rock(canvas, light, chance);
		} else {
			reef(canvas, chance);
			return false;
		}
		if (chance.odds(0.35)) {
			canvas.blur(chance.between(0.5, 1.8));
		}
		return true;
	}

	private static void water(Canvas canvas, Chance chance) {
		var near = Palette.water(chance);
		var top = near.mix(new Color(0.7f, 0.9f, 1), chance.between(0.1, 0.5));
		var deep = near.times(chance.between(0.08, 0.5));
		var noise = new Noise(chance.seed());
		var slope = chance.between(-0.5, 0.5);
		var rays = chance.odds(0.5) ? chance.between(0.1, 0.4) : 0;
		var murk = chance.between(0.02, 0.25);
		for (var index = 0; index < canvas.width * canvas.width; index++) {
			var x = (index % canvas.width + 0.5f) / canvas.scale;
			var y = (index / canvas.width + 0.5f) / canvas.scale;
			var t = Field.step(-10, 106, y + slope * (x - 48) + 12 * noise.fractal(x / 60, y / 60, 2));
			canvas.set(index, top.mix(deep, t));
			var ray = rays * Math.max(0, noise.at((x - slope * y) / 9, 3)) * (1 - y / 110);
			canvas.multiply(index, 1 + ray + murk * noise.fractal(x / 25, y / 25, 3));
		}
		var motes = chance.integer(0, 40);
		for (var k = 0; k < motes; k++) {
			var index = chance.integer(0, canvas.width * canvas.width - 1);
			canvas.blend(index, top, chance.between(0.2, 0.8));
		}
	}

	private static void sand(Canvas canvas, Light light, Chance chance) {
		var relief = new Relief(canvas.width);
		var noise = new Noise(chance.seed());
		var ripple = chance.odds(0.5) ? chance.between(0.3, 1.1) : 0;
		var length = chance.between(7, 16);
		var turn = chance.angle();
		var cos = (float) Math.cos(turn);
		var sin = (float) Math.sin(turn);
		for (var index = 0; index < relief.height.length; index++) {
			var x = (index % relief.width + 0.5f) / relief.scale;
			var y = (index / relief.width + 0.5f) / relief.scale;
			var phase = (x * cos + y * sin) / length + 0.55f * noise.at(x / 22, y / 22);
			relief.set(index, ripple * (float) Math.sin(2 * Math.PI * phase) + 2.2f * noise.fractal(x / 34, y / 34, 2), 1, phase, 0);
		}
		var color = Palette.ground(chance);
		var grain = color.times(chance.between(0.3, 0.7));
		var shell = color.mix(new Color(1, 1, 1), 0.6f);
		var coarse = chance.between(0.08, 0.35);
		light.shade(relief, (part, u, v, x, y, texel) -> {
			var speck = noise.at(x * 1.7f, y * 1.7f);
			texel.color(color);
			texel.blend(grain, Field.step(0.15f, 0.5f, speck));
			texel.blend(shell, 0.7f * Field.step(0.35f, 0.6f, noise.at(x * 1.3f + 70, y * 1.3f)));
			texel.darken(1 + 0.25f * noise.fractal(x / 12, y / 12, 3));
			texel.bump = coarse * speck;
			texel.gloss = 0.03f;
		}, canvas, false);
	}

	private static void rock(Canvas canvas, Light light, Chance chance) {
		var relief = new Relief(canvas.width);
		var noise = new Noise(chance.seed());
		var size = chance.between(14, 34);
		var rough = chance.between(2.5, 6);
		for (var index = 0; index < relief.height.length; index++) {
			var x = (index % relief.width + 0.5f) / relief.scale;
			var y = (index / relief.width + 0.5f) / relief.scale;
			relief.set(index, rough * noise.fractal(x / size, y / size, 5), 1, 0, 0);
		}
		var stone = Palette.ground(chance);
		var crust = Palette.draw(chance).base();
		var cover = chance.between(-0.1, 0.5);
		light.shade(relief, (part, u, v, x, y, texel) -> {
			texel.color(stone);
			var patch = noise.fractal(x / 15 + 31, y / 15, 4);
			texel.blend(crust, 0.75f * Field.step(cover, cover + 0.2f, patch));
			texel.darken(1 + 0.35f * noise.fractal(x / 5, y / 5, 3));
			texel.gloss = 0.06f;
		}, canvas, false);
	}

	private static void reef(Canvas canvas, Chance chance) {
		var noise = new Noise(chance.seed());
		var water = Palette.water(chance).times(0.7f);
		var first = Palette.draw(chance).base().times(chance.between(0.3, 1));
		var second = Palette.ground(chance).times(chance.between(0.3, 1));
		var level = chance.between(10, 80);
		for (var index = 0; index < canvas.width * canvas.width; index++) {
			var x = (index % canvas.width + 0.5f) / canvas.scale;
			var y = (index / canvas.width + 0.5f) / canvas.scale;
			var lump = noise.fractal(x / 20, y / 20, 3);
			var color = first.mix(second, Field.step(-0.25f, 0.25f, noise.fractal(x / 13 + 40, y / 13, 3)));
			canvas.set(index, water.mix(color, Field.step(-9, 9, y - level + 34 * lump)));
			canvas.multiply(index, 1 + 0.7f * lump);
		}
		canvas.blur(chance.between(1.2, 3.5));
	}
}
