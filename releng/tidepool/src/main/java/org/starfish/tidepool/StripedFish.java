// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

/** A reef fish with stripes, seen from the side; sometimes two or three. */
final class StripedFish implements Creature {
	@Override
	public void draw(Stage stage, Chance chance) {
		var look = chance.seed();
		if (chance.odds(0.72)) {
			one(stage, new Chance(look));
			return;
		}
		var count = chance.integer(2, 3);
		for (var k = 0; k < count; k++) {
			var angle = 2 * Math.PI * (k + chance.between(0, 0.5)) / count;
			var away = stage.radius() * 0.55f;
			var part = new Stage(stage.canvas(), stage.light(), stage.x() + away * (float) Math.cos(angle),
					stage.y() + away * (float) Math.sin(angle), stage.radius() * chance.between(0.5, 0.68),
					stage.turn() + 0.2f * chance.normal(), false);
			one(part, new Chance(look));
		}
	}

	private static void one(Stage stage, Chance chance) {
		var relief = stage.relief();
		var face = chance.odds(0.5) ? 1 : -1;
		var length = stage.radius() * 1.9f;
		var tall = length * chance.between(0.17, 0.34);
		var bend = chance.between(-0.12, 0.12) * length;
		var tailFork = chance.between(0, 0.9);
		var tailSize = chance.between(0.7, 1.15);
		var dorsal = chance.between(0.25, 0.7);
		var anal = chance.between(0.15, 0.6);
		var plump = chance.between(0.55, 0.85);
		for (var index = 0; index < relief.height.length; index++) {
			var px = (index % relief.width + 0.5f) / relief.scale - stage.x();
			var py = (index / relief.width + 0.5f) / relief.scale - stage.y();
			var dx = face * (px * (float) Math.cos(stage.turn()) + py * (float) Math.sin(stage.turn()));
			var dy = py * (float) Math.cos(stage.turn()) - px * (float) Math.sin(stage.turn());
			// From nose (0) to the end of the tail (1).
			var t = dx / length + 0.5f;
			if (t < 0 || t > 1) {
				continue;
			}
			dy -= bend * (t - 0.3f) * (t - 0.3f);
			var half = tall * body(t, plump);
			var v = dy / (half + 1e-4f);
			if (half > 0.2f && Math.abs(v) < 1) {
				relief.set(index, 0.55f * half * (float) Math.sqrt(1 - v * v) + 1.2f, 1, t, v);
			}
			if (t > 0.78f) {
				var s = (t - 0.78f) / 0.22f;
				var span = tall * tailSize * (0.18f + 0.75f * s);
				var w = dy / span;
				if (Math.abs(w) < 1 && s < 1 - tailFork * 0.6f * (1 - Math.abs(w))) {
					relief.set(index, 0.6f, 2, w, s);
				}
			}
			var back = fin(t, 0.24f, 0.8f, dorsal) * tall;
			if (dy < 0 && back > 0 && -dy < half + back) {
				relief.set(index, 0.5f, 2, t * 3, (-dy - half) / back);
			}
			var belly = fin(t, 0.5f, 0.8f, anal) * tall;
			if (dy > 0 && belly > 0 && dy < half + belly) {
				relief.set(index, 0.5f, 2, t * 3, (dy - half) / belly);
			}
			var qx = (t - 0.36f) * length / (0.14f * length);
			var qy = (dy - 0.25f * tall) / (0.26f * tall);
			var fan = qx - 0.3f;
			if (fan > -0.3f && fan < 0.7f && Math.abs(qy - 0.3f * fan) < 0.2f + 0.7f * fan) {
				relief.set(index, 0.55f * half + 1.5f, 3, qy, fan);
			}
		}
		stage.shadeFloating(relief, skin(chance, length, tall));
	}

	/** Half height of the body at {@code t}, 0 to 1: steep at the nose, slender before the tail. */
	private static float body(float t, float plump) {
		if (t > 0.84f) {
			return t < 0.88f ? 0.16f : 0;
		}
		var front = (float) Math.pow(Math.min(1, t / 0.34f), plump);
		var rounded = t < 0.34f ? (float) Math.sin(Math.PI / 2 * front) : 1;
		var rear = t < 0.34f ? 1 : (float) Math.cos(Math.PI / 2 * (t - 0.34f) / 0.56f);
		return Math.max(rounded * Math.max(rear, 0), t > 0.6f ? 0.16f : 0);
	}

	private static float fin(float t, float from, float to, float size) {
		if (t < from || t > to) {
			return 0;
		}
		var s = (t - from) / (to - from);
		return size * (float) (Math.sin(Math.PI * Math.pow(s, 0.7)) * (0.75 + 0.3 * s));
	}

	private static Skin skin(Chance chance, float length, float tall) {
		var palette = Palette.draw(chance);
		var noise = new Noise(chance.seed());
		var upright = chance.odds(0.65);
		var stripes = upright ? chance.between(3, 7.5) : chance.between(1.6, 3.6);
		var slant = chance.between(-0.12, 0.12);
		var width = chance.between(-0.25, 0.35);
		var wiggle = chance.between(0, 0.25);
		var outlined = chance.odds(0.35);
		var phase = chance.angle();
		var scales = chance.between(1.6, 2.6) * tall / 14;
		var gloss = chance.between(0.2, 0.7);
		var fins = chance.odds(0.5) ? palette.accent() : palette.base().mix(palette.mark(), 0.4f);
		var contrast = chance.between(0.75, 1);
		return (part, u, v, x, y, texel) -> {
			texel.gloss = gloss;
			if (part != 1) {
				var ray = (float) Math.sin(part == 3 ? 14 * u : 26 * u + 4 * v * u);
				texel.color(fins);
				texel.bump = 0.14f * ray;
				texel.darken(0.85f + 0.22f * ray);
				texel.blend(palette.mark(), 0.5f * Field.step(0.75f, 0.95f, v));
				texel.opacity = 0.9f;
				return;
			}
			texel.color(palette.base());
			var across = upright ? u + slant * v : v * 0.5f + 0.3f * slant * u;
			var wave = (float) Math.sin(2 * Math.PI * stripes * (across + wiggle * 0.3f * noise.at(x / 7, y / 7)) + phase);
			texel.blend(palette.mark(), contrast * Field.step(width, width + 0.25f, wave));
			if (outlined) {
				texel.blend(palette.accent(), 0.9f * (1 - Field.step(0.05f, 0.28f, Math.abs(wave - width))));
			}
			// Scales in rows; dark above and pale below, as fish are.
			var scale = (float) (Math.sin(u * length / scales * 3.1) * Math.sin(v * tall / scales * 3.1));
			texel.bump = 0.12f * scale;
			texel.darken((0.85f + 0.25f * v) * (1 + 0.1f * scale));
			var eye = (float) Math.hypot((u - 0.1f) * length, (v + 0.25f) * tall * 0.6f) / (tall * 0.16f);
			if (u < 0.3f) {
				var gill = Math.abs(u - 0.235f + 0.05f * v * v) * length;
				texel.darken(1 - 0.45f * (1 - Field.step(0.2f, 0.8f, gill)));
				var lips = Math.abs(v - 0.3f) + 9 * Math.max(0, u - 0.04f);
				texel.darken(1 - 0.6f * (1 - Field.step(0.05f, 0.16f, lips)));
			}
			if (eye < 1) {
				var pupil = eye < 0.58f;
				texel.color(pupil ? new Color(0.01f, 0.01f, 0.015f) : new Color(0.85f, 0.82f, 0.6f));
				texel.bump = 0.6f * (1 - eye);
				texel.gloss = 0.9f;
			}
		};
	}
}
