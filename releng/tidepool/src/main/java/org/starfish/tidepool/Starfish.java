// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

/** A starfish seen from above: five tapering, bending arms with tubercles, ridges and bands. */
final class Starfish implements Creature {
	@Override
	public void draw(Stage stage, Chance chance) {
		var relief = stage.relief();
		var arms = chance.odds(0.95) ? 5 : 6;
		var reach = stage.radius();
		var base = reach * chance.between(0.22, 0.36);
		var tip = base * chance.between(0.18, 0.42);
		var squash = chance.odds(0.5) ? 1 : chance.between(0.72, 1);
		var squashTurn = chance.angle();
		var turn = chance.angle();
		var wave = chance.between(0, 0.5);
		var swirl = chance.odds(0.3) ? chance.between(-0.5, 0.5) : 0;
		var flatness = chance.between(0.45, 0.75);
		for (var arm = 0; arm < arms; arm++) {
			var angle = turn + (float) (2 * Math.PI * arm / arms) + 0.09f * chance.normal();
			var length = reach * chance.between(0.86, 1.08);
			var bend = swirl + wave * chance.normal();
			var path = new Path();
			var px = 0f;
			var py = 0f;
			var steps = 26;
			for (var i = 0; i <= steps; i++) {
				var t = (float) i / steps;
				// Full at the base, then a slender cone with a rounded end.
				var radius = tip + (base - tip) * (float) Math.pow(1 - t, 1.15);
				place(path, stage, px, py, -0.3f * radius * t, radius, squash, squashTurn);
				var heading = angle + bend * t * t;
				px += length / steps * (float) Math.cos(heading);
				py += length / steps * (float) Math.sin(heading);
			}
			relief.tube(path, flatness, 1);
		}
		relief.ball(stage.x(), stage.y(), 0, base * 1.22f, flatness * 0.95f, 1, 0, 1, 0);
		stage.shade(relief, skin(stage, chance, base, turn));
	}

	private static void place(Path path, Stage stage, float dx, float dy, float z, float radius, float squash, float turn) {
		var cos = (float) Math.cos(turn);
		var sin = (float) Math.sin(turn);
		var along = dx * cos + dy * sin;
		var across = (dy * cos - dx * sin) * squash;
		path.add(stage.x() + along * cos - across * sin, stage.y() + along * sin + across * cos, z, radius);
	}

	private static Skin skin(Stage stage, Chance chance, float base, float turn) {
		var palette = Palette.draw(chance);
		var noise = new Noise(chance.seed());
		var grain = chance.between(0.16, 0.34) * base;
		var bumps = chance.between(0.25, 0.7) * (float) Math.sqrt(grain);
		var dots = chance.odds(0.65) ? chance.between(0.4, 0.95) : 0;
		var ridge = chance.odds(0.6) ? chance.between(0.3, 0.9) : 0;
		var bands = chance.odds(0.3) ? chance.integer(4, 9) : 0;
		var blotches = chance.odds(0.4) ? chance.between(0.3, 0.7) : 0;
		var fade = chance.odds(0.4) ? chance.between(-0.7, 0.7) : 0;
		var gloss = chance.between(0.05, 0.4);
		return (part, u, v, x, y, texel) -> {
			texel.color(palette.base());
			if (fade > 0) {
				texel.blend(palette.accent(), fade * u);
			} else {
				texel.blend(palette.mark(), -fade * (1 - u));
			}
			if (blotches > 0) {
				texel.blend(palette.accent(), blotches * Field.step(0.1f, 0.3f, noise.fractal(x / base, y / base, 2)));
			}
			if (bands > 0) {
				texel.blend(palette.mark(), 0.8f * Field.step(0.1f, 0.5f, (float) Math.sin(2 * Math.PI * bands * u + 0.8f * noise.at(x / 4, y / 4))));
			}
			var knob = 1 - Field.step(0.12f, 0.42f, noise.cells(x / grain, y / grain));
			texel.bump = bumps * knob;
			texel.blend(palette.mark(), dots * knob);
			if (ridge > 0) {
				var middle = 1 - Field.step(0.06f, 0.2f, Math.abs(v));
				texel.bump += 0.35f * ridge * middle;
				texel.blend(palette.mark(), 0.5f * ridge * middle);
			}
			texel.darken(1 + 0.18f * noise.fractal(x / 2 + 50, y / 2, 2));
			texel.gloss = gloss;
		};
	}
}
