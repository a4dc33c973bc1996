// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

/** Seaweed: swaying ribbons, forked fronds with bladders, or feathers, growing from below. */
final class Seaweed implements Creature {
	@Override
	public void draw(Stage stage, Chance chance) {
		var relief = stage.relief();
		var form = chance.integer(0, 2);
		var count = switch (form) {
			case 0 -> chance.integer(4, 11);
			case 1 -> chance.integer(2, 5);
			default -> chance.integer(2, 6);
		};
		var tall = stage.radius() * chance.between(1.7, 2.2);
		var spread = stage.radius() * chance.between(0.7, 1.2);
		var foot = stage.radius() * 1.02f;
		var sway = chance.between(0.15, 0.55);
		var lean = chance.between(-0.35, 0.35);
		for (var k = 0; k < count; k++) {
			var start = spread * (2 * (k + chance.between(0.1, 0.9)) / count - 1);
			var heading = -Math.PI / 2 + lean + start / spread * chance.between(0, 0.35);
			var length = tall * chance.between(0.65, 1.05);
			var depth = chance.between(-4, 4);
			switch (form) {
				case 0 -> ribbon(relief, stage, chance, start, foot, (float) heading, length, depth, sway);
				case 1 -> fork(relief, stage, chance, start, foot, (float) heading, length * 0.42f, depth, length * 0.035f, 0);
				default -> feather(relief, stage, chance, start, foot, (float) heading, length, depth, sway);
			}
		}
		stage.shade(relief, skin(chance, form));
	}

	private static void ribbon(Relief relief, Stage stage, Chance chance, float x, float y, float heading, float length, float z, float sway) {
		var path = new Path();
		var width = length * chance.between(0.035, 0.085);
		var phase = chance.angle();
		var waves = chance.between(3, 8);
		var ruffle = chance.between(0.05, 0.3);
		var steps = 40;
		for (var i = 0; i <= steps; i++) {
			var t = (float) i / steps;
			var shape = (float) Math.pow(Math.sin(Math.PI * Math.min(1, 0.06 + 0.94 * t)), 0.55);
			var edge = 1 + ruffle * (float) Math.sin(phase + 34 * t);
			path.add(stage.column(x, y), stage.row(x, y), z + 1.5f * (float) Math.sin(phase + waves * t * 2), Math.max(0.5f, width * shape * edge));
			var direction = heading + sway * (float) Math.sin(phase + waves * t);
			x += length / steps * (float) Math.cos(direction);
			y += length / steps * (float) Math.sin(direction);
		}
		relief.tube(path, 0.3f, 1);
	}

	private static void fork(Relief relief, Stage stage, Chance chance, float x, float y, float heading, float length, float z, float width, int level) {
		var path = new Path();
		var curve = 0.35f * chance.normal();
		for (var i = 0; i <= 8; i++) {
			var t = i / 8f;
			path.add(stage.column(x, y), stage.row(x, y), z, width * (1 - 0.15f * t));
			var direction = heading + curve * t;
			x += length / 8 * (float) Math.cos(direction);
			y += length / 8 * (float) Math.sin(direction);
		}
		relief.tube(path, 0.5f, 1);
		if (level == 4 || level > 2 && chance.odds(0.25)) {
			if (chance.odds(0.6)) {
				relief.ball(stage.column(x, y), stage.row(x, y), z + 0.5f, width * chance.between(1.4, 2), 0.8f, 2, 0, 1, 0);
			}
			return;
		}
		var open = chance.between(0.3, 0.65);
		fork(relief, stage, chance, x, y, heading + curve - open, length * chance.between(0.62, 0.85), z + chance.between(-1, 1), width * 0.85f, level + 1);
		fork(relief, stage, chance, x, y, heading + curve + open, length * chance.between(0.62, 0.85), z + chance.between(-1, 1), width * 0.85f, level + 1);
	}

	private static void feather(Relief relief, Stage stage, Chance chance, float x, float y, float heading, float length, float z, float sway) {
		var stem = new Path();
		var phase = chance.angle();
		var width = length * 0.017f;
		var leaf = length * chance.between(0.16, 0.3);
		var pairs = chance.integer(11, 20);
		var open = chance.between(0.6, 1.15);
		for (var i = 0; i <= pairs; i++) {
			var t = (float) i / pairs;
			stem.add(stage.column(x, y), stage.row(x, y), z, width * (1 - 0.7f * t));
			var direction = heading + 0.7f * sway * (float) Math.sin(phase + 2.5f * t);
			x += length / pairs * (float) Math.cos(direction);
			y += length / pairs * (float) Math.sin(direction);
			var size = leaf * (float) Math.pow(Math.sin(Math.PI * (0.1 + 0.85 * t)), 0.7);
			for (var side = -1; side <= 1; side += 2) {
				var blade = new Path();
				var bx = x;
				var by = y;
				for (var j = 0; j <= 6; j++) {
					var s = j / 6f;
					blade.add(stage.column(bx, by), stage.row(bx, by), z - 0.5f + 0.8f * s, width * (0.5f + 1.5f * (float) Math.sin(Math.PI * (0.1 + 0.8 * s))));
					var bladeHeading = direction + side * open * (1 - 0.5f * s);
					bx += size / 6 * (float) Math.cos(bladeHeading);
					by += size / 6 * (float) Math.sin(bladeHeading);
				}
				relief.tube(blade, 0.5f, 3);
			}
		}
		relief.tube(stem, 1, 1);
	}

	private static Skin skin(Chance chance, int form) {
		var palette = Palette.draw(chance);
		var noise = new Noise(chance.seed());
		var midrib = chance.odds(0.7) ? chance.between(0.3, 0.8) : 0;
		var tips = chance.odds(0.5) ? chance.between(0.3, 0.8) : 0;
		var gloss = chance.between(0.1, 0.5);
		return (part, u, v, x, y, texel) -> {
			texel.color(palette.base());
			texel.gloss = gloss;
			if (part == 2) {
				texel.blend(palette.mark(), 0.6f);
				texel.gloss = 0.6f;
				return;
			}
			texel.blend(palette.accent(), tips * u * 0.6f);
			if (form == 0) {
				var rib = 1 - Field.step(0.08f, 0.2f, Math.abs(v));
				texel.blend(palette.mark(), midrib * rib);
				texel.bump = 0.5f * rib + 0.5f * (float) Math.sin(38 * u + 3 * v) * Math.abs(v);
				texel.darken(0.9f + 0.15f * (float) Math.sin(38 * u + 3 * v));
			} else {
				texel.blend(palette.mark(), midrib * (1 - Field.step(0.1f, 0.35f, Math.abs(v))));
			}
			texel.darken((0.7f + 0.4f * u) * (1 + 0.25f * noise.fractal(x / 3, y / 3, 3)));
		};
	}
}
