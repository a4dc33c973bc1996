// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

/** A snail's shell: a tube that grows by the same factor each turn (Raup 1966), from flat ram's horn to tall turret, seen from any side. */
final class SpiralShell implements Creature {
	@Override
	public void draw(Stage stage, Chance chance) {
		var relief = stage.relief();
		var growth = chance.between(1.3, 2.5);
		var tube = chance.between(0.45, 0.6);
		// Beyond this the turns would no longer touch.
		var steepest = 0.85f * tube * (1 + 1 / growth) / (1 - 1 / growth);
		var climb = chance.odds(0.4) ? chance.between(0, 0.4) : steepest * chance.between(0.55, 1);
		var turns = Math.min(8, chance.between(2.6, 3.6) / (float) Math.log(growth));
		// Tall shells show their spiral from the side, flat ones from above.
		var tilt = climb > 0.8f ? chance.between(0.9, 1.45) : chance.between(0, 0.7);
		var hand = chance.odds(0.85) ? 1 : -1;
		var steps = Math.round(turns * 44);
		var points = new float[steps + 1][];
		var spin = chance.angle();
		var low = new float[] { 1e9f, 1e9f };
		var high = new float[] { -1e9f, -1e9f };
		for (var i = 0; i <= steps; i++) {
			var turn = i / 44f;
			var size = (float) Math.pow(growth, turn - turns);
			var angle = spin + hand * 2 * (float) Math.PI * turn;
			var x = (1 - tube) * size * (float) Math.cos(angle);
			var y = (1 - tube) * size * (float) Math.sin(angle);
			var z = -climb * size;
			var row = y * (float) Math.cos(tilt) - z * (float) Math.sin(tilt);
			var depth = y * (float) Math.sin(tilt) + z * (float) Math.cos(tilt);
			var radius = tube * size;
			points[i] = new float[] { x, row, depth, radius, turn };
			low[0] = Math.min(low[0], x - radius);
			low[1] = Math.min(low[1], row - radius);
			high[0] = Math.max(high[0], x + radius);
			high[1] = Math.max(high[1], row + radius);
		}
		var extent = Math.max(high[0] - low[0], high[1] - low[1]);
		var scale = 1.8f * stage.radius() / extent;
		var middleX = (low[0] + high[0]) / 2;
		var middleY = (low[1] + high[1]) / 2;
		for (var i = 0; i < steps; i++) {
			lay(relief, stage, points[i], points[i + 1], scale, middleX, middleY);
		}
		mouth(relief, stage, points[steps], points[steps - 1], scale, middleX, middleY);
		stage.shade(relief, skin(chance, turns));
	}

	private static void lay(Relief relief, Stage stage, float[] from, float[] to, float scale, float middleX, float middleY) {
		var dx = (to[0] - from[0]) * scale;
		var dy = (to[1] - from[1]) * scale;
		var span = (float) Math.sqrt(dx * dx + dy * dy) + 1e-6f;
		var pieces = Math.max(1, (int) Math.ceil(span / Math.max(0.5f, 0.1f * from[3] * scale)));
		for (var k = 0; k < pieces; k++) {
			var t = (float) k / pieces;
			var px = (from[0] + t * (to[0] - from[0]) - middleX) * scale;
			var py = (from[1] + t * (to[1] - from[1]) - middleY) * scale;
			var cos = (float) Math.cos(stage.turn());
			var sin = (float) Math.sin(stage.turn());
			relief.ball(stage.column(px, py), stage.row(px, py), (from[2] + t * (to[2] - from[2])) * scale,
					(from[3] + t * (to[3] - from[3])) * scale, 0.9f, 1, from[4] + t * (to[4] - from[4]),
					(dx * cos - dy * sin) / span, (dx * sin + dy * cos) / span);
		}
	}

	/** The dark opening at the end of the tube. */
	private static void mouth(Relief relief, Stage stage, float[] end, float[] before, float scale, float middleX, float middleY) {
		var dx = end[0] - before[0];
		var dy = end[1] - before[1];
		var span = (float) Math.sqrt(dx * dx + dy * dy) + 1e-6f;
		var px = (end[0] + dx / span * end[3] * 0.35f - middleX) * scale;
		var py = (end[1] + dy / span * end[3] * 0.35f - middleY) * scale;
		relief.ball(stage.column(px, py), stage.row(px, py), end[2] * scale + 0.35f * end[3] * scale, end[3] * scale * 0.72f, 0.62f, 2, 0, 1, 0);
	}

	private static Skin skin(Chance chance, float turns) {
		var palette = Palette.draw(chance);
		var noise = new Noise(chance.seed());
		var ribs = chance.odds(0.65) ? chance.integer(9, 26) : 0;
		var ribDepth = chance.between(0.4, 1.1);
		var spiralBands = chance.odds(0.45) ? chance.between(4, 11) : 0;
		var flames = chance.odds(0.4) ? chance.between(5, 14) : 0;
		var blotches = chance.odds(0.3) ? chance.between(0.4, 0.8) : 0;
		var fade = chance.odds(0.4) ? chance.between(0.3, 0.8) : 0;
		var gloss = chance.between(0.15, 0.75);
		return (part, u, v, x, y, texel) -> {
			texel.gloss = gloss;
			if (part == 2) {
				texel.color(palette.accent());
				texel.darken(0.25f);
				return;
			}
			texel.color(palette.base());
			var age = u / turns;
			if (fade > 0) {
				texel.blend(palette.accent(), fade * (1 - age));
			}
			if (flames > 0) {
				texel.blend(palette.mark(), 0.8f * Field.step(0.1f, 0.5f, (float) Math.sin(2 * Math.PI * flames * u + 3 * noise.at(v * 2, u * 3))));
			}
			if (spiralBands > 0) {
				texel.blend(palette.mark(), 0.7f * Field.step(0.1f, 0.6f, (float) Math.sin(spiralBands * v + 1)));
			}
			if (blotches > 0) {
				texel.blend(palette.accent(), blotches * Field.step(0.05f, 0.25f, noise.fractal(v * 2.5f, u * 7, 2)));
			}
			if (ribs > 0) {
				var rib = (float) Math.abs(Math.sin(Math.PI * ribs * u));
				texel.bump = ribDepth * age * rib;
				texel.darken(0.75f + 0.3f * rib);
			}
			// The seam between one turn and the next.
			texel.darken(1 - 0.55f * Field.step(0.72f, 1, Math.abs(v)));
			texel.darken(1 + 0.15f * noise.fractal(x / 2, y / 2, 2));
		};
	}
}
