// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

/** A brain coral: a lumpy dome covered with winding ridges and valleys. */
final class BrainCoral implements Creature {
	@Override
	public void draw(Stage stage, Chance chance) {
		var relief = stage.relief();
		var outline = new Noise(chance.seed());
		var radius = stage.radius() * chance.between(1, 1.35);
		var wide = chance.between(0.85, 1.2);
		var lumps = chance.between(0.05, 0.2);
		var dome = chance.between(0.45, 0.8);
		for (var index = 0; index < relief.height.length; index++) {
			var px = (index % relief.width + 0.5f) / relief.scale - stage.x();
			var py = (index / relief.width + 0.5f) / relief.scale - stage.y();
			var dx = (px * (float) Math.cos(stage.turn()) + py * (float) Math.sin(stage.turn())) / (radius * wide);
			var dy = (py * (float) Math.cos(stage.turn()) - px * (float) Math.sin(stage.turn())) * wide / radius;
			var distance = (float) Math.sqrt(dx * dx + dy * dy);
			var edge = 1 + lumps * outline.fractal(2 + 1.6f * dx / (distance + 0.01f), 1.6f * dy / (distance + 0.01f), 2);
			var d = distance / edge;
			if (d < 1) {
				var swelling = 1 + lumps * 0.6f * outline.at(dx * 2.3f + 9, dy * 2.3f);
				// Positions unrolled from the dome, so that the bands grow narrow toward its rim.
				var unroll = d < 0.01f ? 1 : (float) Math.asin(d * 0.97f) / d;
				relief.set(index, dome * radius * (float) Math.sqrt(1 - d * d) * swelling, 1, px * unroll, py * unroll);
			}
		}
		stage.shade(relief, skin(chance, radius));
	}

	private static Skin skin(Chance chance, float radius) {
		var palette = Palette.draw(chance);
		var noise = new Noise(chance.seed());
		var size = 112;
		var cells = chance.between(2.2, 3.2);
		var grid = Field.labyrinth(size, cells, chance);
		// Width of a band in drawing units: from fine to coarse coral.
		var zoom = cells / chance.between(2.6, 5.2);
		var depth = chance.between(1.3, 2.6) / zoom;
		var crest = chance.odds(0.55) ? chance.between(0.3, 0.8) : 0;
		var valley = chance.odds(0.5) ? palette.mark() : chance.odds(0.5) ? palette.accent() : palette.base().times(0.45f);
		var share = chance.between(0.45, 0.9);
		var gloss = chance.between(0.02, 0.3);
		var stretch = chance.between(1, 1.6);
		return (part, u, v, x, y, texel) -> {
			var warp = 1.2f * noise.at(u / 9, v / 9);
			var f = Field.sample(grid, size, 56 + (u * stretch + warp) * zoom, 56 + (v + warp) * zoom);
			var ridge = Field.step(-0.55f, 0.5f, f);
			texel.color(valley);
			texel.blend(palette.base(), 1 - share * (1 - ridge));
			texel.bump = depth * ridge;
			if (crest > 0) {
				// The fine groove along the top of each ridge.
				var top = Field.step(0.55f, 0.9f, f);
				texel.bump -= 0.4f * depth * crest * top;
				texel.blend(palette.mark(), 0.4f * crest * top);
			}
			texel.darken((0.72f + 0.36f * ridge) * (1 + 0.15f * noise.fractal(x / 1.3f, y / 1.3f, 2)));
			texel.gloss = gloss;
		};
	}
}
