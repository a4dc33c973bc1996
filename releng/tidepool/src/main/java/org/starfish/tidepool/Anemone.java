// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

/** A sea anemone: a crown of soft, round-tipped tentacles about a mouth, seen from above or from the side on its foot. */
final class Anemone implements Creature {
	@Override
	public void draw(Stage stage, Chance chance) {
		var relief = stage.relief();
		var reach = stage.radius();
		var tilt = chance.odds(0.5) ? chance.between(0.75, 1) : chance.between(0.35, 0.75);
		var disc = reach * chance.between(0.3, 0.48);
		var side = (float) Math.sqrt(1 - tilt * tilt);
		if (tilt < 0.75f) {
			var foot = new Path();
			var bottom = reach * chance.between(0.85, 1.2);
			for (var i = 0; i <= 10; i++) {
				var t = i / 10f;
				var width = disc * (1 - 0.35f * (float) Math.sin(Math.PI * t * 0.85f));
				foot.add(stage.column(0, t * bottom), stage.row(0, t * bottom), -3 - 6 * t, width);
			}
			relief.tube(foot, 0.5f, 3);
		}
		for (var ring = 0; ring < 10; ring++) {
			var t = ring / 9f;
			disc(relief, stage, disc * (1 - t), tilt, -1.2f * t);
		}
		var tentacles = chance.integer(45, 110);
		var thickness = reach * chance.between(0.045, 0.085) * (float) Math.sqrt(75.0 / tentacles);
		var bulb = chance.odds(0.5) ? chance.between(1.15, 1.7) : 1;
		var taper = chance.between(0.45, 0.9);
		var sway = chance.between(0.2, 0.9);
		var current = chance.angle();
		var drift = chance.between(0, 0.5);
		for (var k = 0; k < tentacles; k++) {
			var inner = (float) Math.sqrt((k + 0.5f) / tentacles);
			var angle = k * 2.39996f + 0.2f * chance.normal();
			var start = disc * (0.45f + 0.55f * inner);
			var lift = 1.15f - inner * chance.between(0.6, 1);
			var length = (reach - disc * 0.8f) * chance.between(0.75, 1.15) * (0.75f + 0.25f * inner);
			var curl = sway * chance.normal();
			var x = start * (float) Math.cos(angle);
			var y = start * (float) Math.sin(angle);
			var z = 0f;
			var path = new Path();
			for (var i = 0; i <= 12; i++) {
				var t = i / 12f;
				var radius = thickness * (1 + (taper - 1) * t);
				if (t > 0.85f) {
					radius *= 1 + (bulb - 1) * (t - 0.85f) / 0.15f;
				}
				var px = x;
				var py = y * tilt - z * side;
				path.add(stage.column(px, py), stage.row(px, py), z * tilt + y * side + 2, radius);
				var heading = angle + curl * t;
				// Rises first, then arches outward and hangs.
				var rise = lift - 1.1f * t;
				var out = (float) Math.sqrt(Math.max(0.15, 1 - rise * rise));
				x += length / 12 * (out * (float) Math.cos(heading) + drift * t * (float) Math.cos(current));
				y += length / 12 * (out * (float) Math.sin(heading) + drift * t * (float) Math.sin(current));
				z += length / 12 * rise;
			}
			relief.tube(path, 1, 2);
		}
		stage.shade(relief, skin(stage, chance, disc));
	}

	private static void disc(Relief relief, Stage stage, float radius, float tilt, float z) {
		var steps = Math.max(1, Math.round(radius * 2));
		for (var i = 0; i < steps; i++) {
			var angle = 2 * Math.PI * i / steps;
			var dx = radius * (float) Math.cos(angle);
			var dy = radius * (float) Math.sin(angle) * tilt;
			relief.ball(stage.column(dx, dy), stage.row(dx, dy), z - 1, 2.6f, 0.6f, 1, radius, 1, 0);
		}
	}

	private static Skin skin(Stage stage, Chance chance, float disc) {
		var palette = Palette.draw(chance);
		var noise = new Noise(chance.seed());
		var tip = chance.odds(0.65) ? chance.odds(0.5) ? palette.mark() : palette.accent() : palette.base();
		var bands = chance.odds(0.3) ? chance.integer(2, 5) : 0;
		var warts = chance.odds(0.4);
		var gloss = chance.between(0.15, 0.5);
		return (part, u, v, x, y, texel) -> {
			texel.gloss = gloss;
			texel.color(palette.base());
			switch (part) {
				case 1 -> {
					var spokes = (float) Math.atan2(y - stage.y(), x - stage.x());
					texel.blend(palette.mark(), 0.45f * Field.step(-0.2f, 0.7f, (float) Math.sin(spokes * 14)));
					texel.darken(0.25f + 0.75f * Math.min(1, u / (0.5f * disc)));
				}
				case 2 -> {
					texel.blend(tip, Field.step(0.45f, 0.95f, u));
					if (bands > 0) {
						texel.blend(palette.mark(), 0.6f * Field.step(0.2f, 0.6f, (float) Math.sin(2 * Math.PI * bands * u)));
					}
					texel.darken(0.55f + 0.5f * u);
				}
				default -> {
					texel.blend(palette.accent(), 0.3f);
					var fold = (float) Math.sin(9 * v);
					texel.bump = 0.3f * fold;
					texel.darken(0.85f + 0.12f * fold + 0.2f * noise.fractal(x / 4, y / 4, 3));
					if (warts) {
						var wart = 1 - Field.step(0.1f, 0.3f, noise.cells(x / 2.6f, y / 2.6f));
						texel.bump += 0.5f * wart;
						texel.blend(palette.mark(), 0.7f * wart);
					}
				}
			}
		};
	}
}
