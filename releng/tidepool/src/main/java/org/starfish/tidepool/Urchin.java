// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

/** A sea urchin: a round body under straight spines that point every way. */
final class Urchin implements Creature {
	@Override
	public void draw(Stage stage, Chance chance) {
		var relief = stage.relief();
		var reach = stage.radius();
		var stout = chance.odds(0.25);
		var body = reach * (stout ? chance.between(0.4, 0.55) : chance.between(0.36, 0.62));
		var flatness = chance.between(0.6, 0.9);
		relief.ball(stage.x(), stage.y(), 0, body, flatness, 1, 0, 1, 0);
		var spines = stout ? chance.integer(40, 75) : chance.integer(130, 260);
		var thickness = stout ? reach * chance.between(0.045, 0.075) : reach * chance.between(0.013, 0.03);
		var taper = stout ? chance.between(0.6, 0.95) : chance.between(0.15, 0.45);
		var spread = chance.between(0.04, 0.2);
		var phase = chance.angle();
		for (var k = 0; k < spines; k++) {
			// Points of a golden spiral over the upper half of a ball and a little below its rim.
			var cz = 1 - 1.25f * (k + 0.5f) / spines;
			var flat = (float) Math.sqrt(Math.max(0, 1 - cz * cz));
			var angle = phase + k * 2.39996f;
			var dx = flat * (float) Math.cos(angle) + spread * chance.normal();
			var dy = flat * (float) Math.sin(angle) + spread * chance.normal();
			var dz = cz + spread * chance.normal();
			var norm = (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
			dx /= norm;
			dy /= norm;
			dz /= norm;
			var length = (reach - body * 0.9f) * chance.between(0.75, 1.1);
			var path = new Path();
			for (var i = 0; i <= 4; i++) {
				var t = i / 4f;
				var from = body * 0.93f + length * t;
				path.add(stage.x() + dx * from, stage.y() + dy * from, dz * from * flatness, thickness * (1 + (taper - 1) * t));
			}
			relief.tube(path, 0.8f, 2);
		}
		stage.shade(relief, skin(chance, body));
	}

	private static Skin skin(Chance chance, float body) {
		var palette = Palette.draw(chance);
		var noise = new Noise(chance.seed());
		var dark = chance.odds(0.4);
		var test = dark ? palette.base().times(0.35f) : palette.base();
		var root = dark ? palette.base().times(0.5f) : palette.base();
		var tip = chance.odds(0.6) ? palette.mark() : chance.odds(0.5) ? palette.accent() : palette.base();
		var bands = chance.odds(0.35) ? chance.integer(2, 5) : 0;
		var grain = body * chance.between(0.13, 0.22);
		var gloss = chance.between(0.1, 0.5);
		return (part, u, v, x, y, texel) -> {
			texel.gloss = gloss;
			if (part == 1) {
				var knob = 1 - Field.step(0.15f, 0.45f, noise.cells(x / grain, y / grain));
				texel.color(test);
				texel.blend(palette.mark(), 0.5f * knob);
				texel.bump = 0.5f * knob;
				return;
			}
			texel.color(root);
			texel.blend(tip, Field.step(0.1f, 1, u));
			if (bands > 0) {
				texel.blend(palette.mark(), 0.75f * Field.step(0, 0.4f, (float) Math.sin(2 * Math.PI * bands * u)));
			}
			texel.darken(0.75f + 0.35f * u);
		};
	}
}
