// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

/**
 * One distant lamp in bright water, and how it falls on a relief.
 *
 * @param x toward the lamp, unit vector with {@code y} and {@code z}
 * @param lamp colour and strength of the lamp
 * @param ambient light from everywhere
 */
record Light(float x, float y, float z, Color lamp, Color ambient) {
	static Light draw(Chance chance) {
		// From above in the picture, as in water, mostly; low enough to model form.
		var azimuth = chance.odds(0.8) ? chance.between(-2.6, -0.5) : chance.angle();
		var elevation = chance.between(0.5, 1.15);
		var flat = (float) Math.cos(elevation);
		var strength = chance.between(0.9, 1.7);
		var lamp = Color.hsv(chance.between(0.05, 0.2), chance.between(0, 0.25), 1).times(strength);
		var ambient = Color.hsv(chance.between(0.45, 0.65), chance.between(0.05, 0.4), 1).times(chance.between(0.2, 0.55));
		return new Light(flat * (float) Math.cos(azimuth), flat * (float) Math.sin(azimuth), (float) Math.sin(elevation), lamp,
				ambient);
	}

	/** Paints a relief over a picture, with the shadow it casts on what lies below if {@code grounded}. */
	void shade(Relief relief, Skin skin, Canvas canvas, boolean grounded) {
		var width = relief.width;
		var count = width * width;
		if (grounded) {
			shadow(relief, canvas);
		}
		var texel = new Texel();
		var texels = new float[count * 7];
		var surface = new float[count];
		for (var index = 0; index < count; index++) {
			surface[index] = relief.height[index];
			if (relief.covers(index)) {
				texel.reset();
				skin.paint(relief.part[index], relief.u[index], relief.v[index], (index % width + 0.5f) / relief.scale,
						(index / width + 0.5f) / relief.scale, texel);
				surface[index] += texel.bump;
				var t = index * 7;
				texels[t] = texel.red;
				texels[t + 1] = texel.green;
				texels[t + 2] = texel.blue;
				texels[t + 3] = texel.gloss;
				texels[t + 4] = texel.opacity;
				texels[t + 5] = texel.glow;
				texels[t + 6] = texel.refraction;
			}
		}
		var cavity = new float[count];
		for (var index = 0; index < count; index++) {
			cavity[index] = relief.covers(index) ? surface[index] : 0;
		}
		Canvas.blur(cavity, width, 2.2f * relief.scale);
		var behind = hasRefraction(texels) ? new float[][] { canvas.red.clone(), canvas.green.clone(), canvas.blue.clone() } : null;
		var bend = 2.5f;
		for (var index = 0; index < count; index++) {
			if (!relief.covers(index)) {
				continue;
			}
			var nx = -slope(surface, index, index % width, width, 1, bend) * relief.scale;
			var ny = -slope(surface, index, index / width, width, width, bend) * relief.scale;
			var nz = 1 / (float) Math.sqrt(nx * nx + ny * ny + 1);
			nx *= nz;
			ny *= nz;
			var diffuse = Math.max(0, nx * x + ny * y + nz * z);
			// Half vector between lamp and viewer, who looks straight down.
			var hz = z + 1;
			var half = (float) Math.sqrt(x * x + y * y + hz * hz);
			var t = index * 7;
			var gloss = texels[t + 3];
			var mirror = Math.max(0, (nx * x + ny * y + nz * hz) / half);
			var shine = mirror < 0.6f ? 0 : gloss * (float) Math.pow(mirror, 12 + 60 * gloss);
			var open = Math.max(0.35f, Math.min(1.25f, 1 + 0.16f * (surface[index] - cavity[index])));
			var opacity = texels[t + 4];
			var glow = texels[t + 5];
			var red = texels[t] * (lamp.red() * diffuse + ambient.red() * open + glow) + lamp.red() * shine;
			var green = texels[t + 1] * (lamp.green() * diffuse + ambient.green() * open + glow) + lamp.green() * shine;
			var blue = texels[t + 2] * (lamp.blue() * diffuse + ambient.blue() * open + glow) + lamp.blue() * shine;
			if (behind != null && texels[t + 6] != 0) {
				var shift = texels[t + 6] * relief.scale;
				var i = Math.max(0, Math.min(width - 1, Math.round(index % width - nx * shift)));
				var j = Math.max(0, Math.min(width - 1, Math.round(index / width - ny * shift)));
				canvas.red[index] = behind[0][j * width + i];
				canvas.green[index] = behind[1][j * width + i];
				canvas.blue[index] = behind[2][j * width + i];
			}
			canvas.red[index] = canvas.red[index] * (1 - opacity) + red * opacity;
			canvas.green[index] = canvas.green[index] * (1 - opacity) + green * opacity;
			canvas.blue[index] = canvas.blue[index] * (1 - opacity) + blue * opacity;
			if (opacity < 1) {
				// A highlight lies on the surface, however clear the body.
				canvas.red[index] += lamp.red() * shine * (1 - opacity);
				canvas.green[index] += lamp.green() * shine * (1 - opacity);
				canvas.blue[index] += lamp.blue() * shine * (1 - opacity);
			}
		}
	}

	private static boolean hasRefraction(float[] texels) {
		for (var t = 6; t < texels.length; t += 7) {
			if (texels[t] != 0) {
				return true;
			}
		}
		return false;
	}

	/** Height difference to the neighbours, taken on one side only where the other belongs to something else. */
	private static float slope(float[] surface, int index, int position, int width, int stride, float limit) {
		var here = surface[index];
		var before = position > 0 ? here - surface[index - stride] : 1e9f;
		var after = position < width - 1 ? surface[index + stride] - here : 1e9f;
		var smoothBefore = Math.abs(before) < limit;
		var smoothAfter = Math.abs(after) < limit;
		if (smoothBefore && smoothAfter) {
			return (before + after) / 2;
		}
		if (smoothBefore || smoothAfter) {
			return smoothBefore ? before : after;
		}
		return 0;
	}

	/** Darkens the picture where a relief keeps the lamp off: its outline, moved away from the lamp and softened. */
	private void shadow(Relief relief, Canvas canvas) {
		var width = relief.width;
		var shade = new float[width * width];
		for (var far = 1; far <= 3; far++) {
			var dx = Math.round(-x / z * 1.6f * far * relief.scale);
			var dy = Math.round(-y / z * 1.6f * far * relief.scale);
			for (var j = 0; j < width; j++) {
				for (var i = 0; i < width; i++) {
					var index = j * width + i;
					if (relief.height[index] > 1.3f * (far - 1) && i + dx >= 0 && i + dx < width && j + dy >= 0 && j + dy < width) {
						shade[index + dy * width + dx] = 1;
					}
				}
			}
		}
		Canvas.blur(shade, width, 1.3f * relief.scale);
		for (var index = 0; index < shade.length; index++) {
			canvas.multiply(index, 1 - 0.6f * shade[index]);
		}
	}
}
