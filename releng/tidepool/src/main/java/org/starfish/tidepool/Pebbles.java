// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

/** A bed of rounded pebbles of many kinds of rock. */
final class Pebbles implements Creature {
	@Override
	public void draw(Stage stage, Chance chance) {
		var relief = stage.relief();
		var typical = chance.between(5.5, 11);
		var count = Math.min(110, Math.round(7000 / (typical * typical)));
		var outline = new Noise(chance.seed());
		var far = stage.radius() * chance.between(1.15, 2);
		for (var k = 0; k < count; k++) {
			var x = chance.between(-4, 100);
			var y = chance.between(-4, 100);
			if (Math.hypot(x - stage.x(), y - stage.y()) > far) {
				continue;
			}
			var radius = typical * (float) Math.exp(0.32 * chance.normal());
			stone(relief, outline, x, y, Math.min(radius, 20), chance.between(0.6, 1), chance.angle(), k + 1, chance);
		}
		stage.shade(relief, skin(chance));
	}

	private static void stone(Relief relief, Noise outline, float x, float y, float radius, float narrow, float turn, int number, Chance chance) {
		var z = chance.between(-1, 1) * radius * 0.5f;
		var square = chance.between(2, 3.2);
		var reach = (int) Math.ceil(radius * 1.25f * relief.scale);
		var cx = (int) (x * relief.scale);
		var cy = (int) (y * relief.scale);
		for (var j = Math.max(0, cy - reach); j <= Math.min(relief.width - 1, cy + reach); j++) {
			for (var i = Math.max(0, cx - reach); i <= Math.min(relief.width - 1, cx + reach); i++) {
				var px = (i + 0.5f) / relief.scale - x;
				var py = (j + 0.5f) / relief.scale - y;
				var dx = (px * (float) Math.cos(turn) + py * (float) Math.sin(turn)) / radius;
				var dy = (py * (float) Math.cos(turn) - px * (float) Math.sin(turn)) / (radius * narrow);
				var bulge = 1 + 0.13f * outline.at(dx * 0.9f + number * 3.7f, dy * 0.9f);
				var d = (float) (Math.pow(Math.abs(dx), square) + Math.pow(Math.abs(dy), square)) / bulge;
				if (d < 1) {
					relief.set(j * relief.width + i, z + 0.6f * radius * narrow * (float) Math.sqrt(1 - d), number, dx, dy);
				}
			}
		}
	}

	private static Skin skin(Chance chance) {
		var noise = new Noise(chance.seed());
		var common = Palette.draw(chance);
		var alike = chance.between(0.1, 0.8);
		var rocks = new Color[12];
		var veins = new Color[12];
		var kinds = new int[12];
		for (var i = 0; i < rocks.length; i++) {
			var rock = Palette.ground(chance);
			rocks[i] = rock.mix(common.base(), alike);
			veins[i] = common.mark().mix(rock.times(chance.odds(0.5) ? 2 : 0.4f), chance.between(0.2, 0.8));
			kinds[i] = chance.integer(0, 3);
		}
		var gloss = chance.between(0.05, 0.6);
		return (part, u, v, x, y, texel) -> {
			var i = part % rocks.length;
			var shift = part * 5.3f;
			texel.color(rocks[i]);
			texel.gloss = gloss;
			switch (kinds[i]) {
				case 0 -> texel.blend(veins[i], 0.7f * Field.step(0.15f, 0.3f, noise.fractal(x / 1.2f + shift, y / 1.2f, 2)));
				case 1 -> texel.blend(veins[i], 0.8f * (1 - Field.step(0.02f, 0.1f, Math.abs(noise.fractal(u * 0.9f + shift, v * 0.9f, 2)))));
				case 2 -> texel.blend(veins[i], 0.6f * Field.step(-0.1f, 0.5f, (float) Math.sin(7 * v + 2 * noise.at(u + shift, v))));
				default -> texel.blend(veins[i], 0.3f * Math.max(0, noise.at(u * 1.5f + shift, v * 1.5f)));
			}
			texel.bump = 0.12f * noise.fractal(x / 1.5f + shift, y / 1.5f, 3);
			texel.darken(1 + 0.2f * noise.fractal(x / 4 + shift, y / 4, 3));
		};
	}
}
