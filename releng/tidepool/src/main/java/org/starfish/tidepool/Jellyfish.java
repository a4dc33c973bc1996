// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

/** A jellyfish: a clear bell with ribs and a bright rim over frilled arms and trailing threads. */
final class Jellyfish implements Creature {
	@Override
	public void draw(Stage stage, Chance chance) {
		var palette = Palette.draw(chance);
		var noise = new Noise(chance.seed());
		var size = stage.radius();
		var wide = size * chance.between(0.62, 0.85);
		var tall = wide * chance.between(0.65, 1.15);
		var top = -size * chance.between(0.75, 0.95);
		var rim = top + tall;
		var glow = chance.between(0.15, 0.7);
		threads(stage, chance, palette, wide, rim, size, glow);
		arms(stage, chance, palette, noise, wide, rim, size, glow);
		bell(stage, chance, palette, noise, wide, tall, top, glow);
	}

	private static void threads(Stage stage, Chance chance, Palette palette, float wide, float rim, float size, float glow) {
		var relief = stage.relief();
		var count = chance.integer(7, 26);
		var thickness = chance.between(0.35, 0.8) * size / 40;
		var sway = size * chance.between(0.03, 0.12);
		var beat = chance.between(4, 9);
		var lean = chance.between(-0.4, 0.4);
		for (var k = 0; k < count; k++) {
			var start = wide * 0.93f * (2 * (k + chance.between(0.2, 0.8)) / count - 1);
			var length = size * chance.between(0.8, 1.6);
			var phase = chance.angle();
			var path = new Path();
			for (var i = 0; i <= 24; i++) {
				var t = i / 24f;
				var dx = start * (1 - 0.25f * t) + sway * t * (float) Math.sin(phase + beat * t) + lean * length * t * t;
				var dy = rim - 0.05f * size + length * t;
				path.add(stage.column(dx, dy), stage.row(dx, dy), -5, thickness * (1 - 0.6f * t));
			}
			relief.tube(path, 1, 1);
		}
		var beads = chance.odds(0.4);
		stage.shadeFloating(relief, (part, u, v, x, y, texel) -> {
			texel.color(palette.base());
			texel.blend(palette.mark(), beads ? Field.step(0.2f, 0.6f, (float) Math.sin(60 * u)) : 0.4f);
			texel.glow = glow;
			texel.opacity = 0.8f - 0.5f * u;
			texel.gloss = 0.1f;
		});
	}

	private static void arms(Stage stage, Chance chance, Palette palette, Noise noise, float wide, float rim, float size,
			float glow) {
		var relief = stage.relief();
		var count = chance.integer(3, 6);
		var thickness = wide * chance.between(0.09, 0.17);
		var reach = size * chance.between(0.6, 1.35);
		var frill = chance.between(0.25, 0.6);
		var lean = chance.between(-0.35, 0.35);
		for (var k = 0; k < count; k++) {
			var start = wide * 0.42f * (2 * (k + 0.5f) / count - 1) * chance.between(0.7, 1.3);
			var length = reach * chance.between(0.7, 1.1);
			var phase = chance.angle();
			var path = new Path();
			for (var i = 0; i <= 30; i++) {
				var t = i / 30f;
				var dx = start * (1 - 0.3f * t) + 0.1f * size * t * (float) Math.sin(phase + 7 * t) + lean * length * t * t;
				var dy = rim - 0.3f * wide + length * t;
				var radius = thickness * (1 - 0.75f * t) * (1 + frill * (float) Math.sin(phase + 45 * t));
				path.add(stage.column(dx, dy), stage.row(dx, dy), -3, radius);
			}
			relief.tube(path, 0.6f, 1);
		}
		stage.shadeFloating(relief, (part, u, v, x, y, texel) -> {
			texel.color(palette.mark());
			texel.blend(palette.accent(), 0.4f * Field.step(-0.1f, 0.4f, noise.fractal(x / 3, y / 3, 2)));
			texel.bump = 0.5f * noise.at(x / 1.4f, y / 1.4f);
			texel.glow = 0.7f * glow;
			texel.opacity = 0.85f - 0.4f * u;
			texel.gloss = 0.2f;
		});
	}

	private static void bell(Stage stage, Chance chance, Palette palette, Noise noise, float wide, float tall, float top,
			float glow) {
		var relief = stage.relief();
		var lobes = chance.integer(7, 18);
		var scallop = tall * chance.between(0.03, 0.09);
		var cave = tall * chance.between(0.05, 0.3);
		var power = chance.between(1.7, 2.6);
		for (var index = 0; index < relief.height.length; index++) {
			var px = (index % relief.width + 0.5f) / relief.scale - stage.x();
			var py = (index / relief.width + 0.5f) / relief.scale - stage.y();
			var dx = (px * (float) Math.cos(stage.turn()) + py * (float) Math.sin(stage.turn())) / wide;
			var dy = py * (float) Math.cos(stage.turn()) - px * (float) Math.sin(stage.turn()) - top;
			if (Math.abs(dx) >= 1) {
				continue;
			}
			// Longitude on the bell as if it were round: ribs crowd toward both sides.
			var longitude = (float) Math.asin(dx);
			var bottom = tall - cave * (1 - dx * dx) * 0.6f + scallop * (float) Math.abs(Math.cos(longitude * lobes));
			var cap = (float) Math.pow(Math.abs(dx), power);
			var crown = tall * (1 - (float) Math.pow(1 - cap, 1 / power));
			if (dy > crown && dy < bottom) {
				var across = (dy - crown) / (tall - crown + 1e-3f);
				var round = (float) Math.sqrt(Math.max(0, 1 - dx * dx) * Math.min(1, (dy - crown) / (0.5f * tall) + 0.02f));
				relief.set(index, wide * 0.7f * round, 1, longitude, dy / tall);
			}
		}
		var ribs = chance.integer(5, 14);
		var ribShare = chance.between(0.15, 0.7);
		var clear = chance.between(0.25, 0.7);
		var dots = chance.odds(0.35) ? chance.between(0.4, 0.9) : 0;
		var organ = chance.odds(0.5) ? chance.between(0.3, 0.8) : 0;
		var gloss = chance.between(0.3, 0.8);
		stage.shadeFloating(relief, (part, u, v, x, y, texel) -> {
			texel.color(palette.base());
			var edge = Math.max(Field.step(0.72f, 0.98f, v), Field.step(0.55f, 1, Math.abs((float) Math.sin(u))));
			var rib = Field.step(0.55f, 0.95f, (float) Math.abs(Math.cos(u * ribs))) * Field.step(0.1f, 0.6f, v);
			texel.blend(palette.mark(), Math.max(0.75f * edge, ribShare * rib));
			texel.bump = 0.35f * rib;
			texel.opacity = Math.min(0.96f, clear + 0.45f * edge + 0.3f * ribShare * rib);
			if (dots > 0) {
				var dot = 1 - Field.step(0.14f, 0.3f, noise.cells(x / 3.2f, y / 3.2f));
				texel.blend(palette.accent(), dots * dot);
				texel.opacity = Math.max(texel.opacity, dots * dot);
			}
			if (organ > 0) {
				var lens = 1 - Field.step(0.12f, 0.42f, (float) Math.hypot(u * 0.8f, v - 0.55f));
				texel.blend(palette.accent(), organ * lens);
				texel.opacity = Math.max(texel.opacity, organ * lens);
			}
			texel.glow = glow * (0.4f + 0.6f * edge);
			texel.gloss = gloss;
			texel.refraction = 3;
		});
	}
}
