// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

import java.awt.image.BufferedImage;

/**
 * One picture of one species: backdrop, blurred bystanders, the creature, something in front of it, water and lens.
 *
 * @param seed determines everything else
 */
record Drawing(Species species, long seed) {
	/** Drawn this much larger than wanted, then averaged, for smooth edges. */
	private static final int OVERSAMPLING = 2;
	private static final float[] FILM = film();

	/** Paints it, {@code side} pixels wide and high, as RGB. */
	BufferedImage paint(int side) {
		var chance = new Chance(Chance.mix(seed, species.ordinal()));
		var canvas = new Canvas(side * OVERSAMPLING);
		var light = Light.draw(chance);
		var ground = Backdrop.paint(canvas, light, new Chance(chance.seed()), species.grounded);
		var bystanders = chance.odds(0.35) ? chance.integer(1, 2) : 0;
		for (var k = 0; k < bystanders; k++) {
			bystander(canvas, light, new Chance(chance.seed()));
		}
		if (bystanders > 0) {
			canvas.blur(chance.between(1.2, 3));
		}
		var close = chance.odds(0.15);
		var radius = close ? chance.between(46, 58) : chance.between(30, 46);
		var slack = Math.max(6, 50 - radius);
		var stage = new Stage(canvas, light, 48 + 0.7f * slack * chance.between(-1, 1), 48 + 0.7f * slack * chance.between(-1, 1),
				radius, chance.odds(0.75) ? 0.35f * chance.normal() : chance.angle(), ground);
		species.creature.draw(stage, new Chance(chance.seed()));
		if (chance.odds(0.2)) {
			foreground(canvas, light, new Chance(chance.seed()));
		}
		water(canvas, new Chance(chance.seed()));
		return develop(canvas, side, new Chance(chance.seed()));
	}

	/** Another creature, small and far enough to be out of focus. */
	private void bystander(Canvas canvas, Light light, Chance chance) {
		var other = Species.values()[chance.integer(0, Species.values().length - 1)];
		if (other == Species.PEBBLES || other == Species.BUBBLES) {
			other = Species.SEAWEED;
		}
		var stage = new Stage(canvas, light, chance.between(0, 96), chance.between(0, 96), chance.between(9, 17), chance.angle(),
				false);
		other.creature.draw(stage, chance);
	}

	/** A dark blade or stone close to the lens, across one corner or edge. */
	private static void foreground(Canvas canvas, Light light, Chance chance) {
		var relief = new Relief(canvas.width);
		var path = new Path();
		var angle = chance.angle();
		var away = chance.between(34, 50);
		var x = 48 + away * (float) Math.cos(angle);
		var y = 48 + away * (float) Math.sin(angle);
		var bend = chance.between(-0.02, 0.02);
		var width = chance.between(2.5, 8);
		for (var i = -8; i <= 8; i++) {
			var dx = -(float) Math.sin(angle) * i * 9 - (float) Math.cos(angle) * bend * i * i * 9;
			var dy = (float) Math.cos(angle) * i * 9 - (float) Math.sin(angle) * bend * i * i * 9;
			path.add(x + dx, y + dy, 0, width);
		}
		relief.tube(path, 0.3f, 1);
		var color = Palette.ground(chance).times(chance.between(0.2, 0.9));
		var blurred = new Canvas(canvas.width);
		var cover = new float[relief.height.length];
		light.shade(relief, (part, u, v, px, py, texel) -> texel.color(color), blurred, false);
		for (var index = 0; index < cover.length; index++) {
			cover[index] = relief.covers(index) ? 1 : 0;
		}
		var soft = chance.between(0.8, 3);
		blurred.blur(soft);
		Canvas.blur(cover, canvas.width, soft * canvas.scale);
		for (var index = 0; index < cover.length; index++) {
			canvas.multiply(index, 1 - cover[index]);
			canvas.red[index] += blurred.red[index];
			canvas.green[index] += blurred.green[index];
			canvas.blue[index] += blurred.blue[index];
		}
	}

	/** Nets of light from the waves above, and the haze between the creature and the lens. */
	private static void water(Canvas canvas, Chance chance) {
		var caustics = chance.odds(0.3) ? chance.between(0.15, 0.6) : 0;
		var noise = new Noise(chance.seed());
		var size = chance.between(9, 22);
		var haze = Palette.water(chance);
		var thick = chance.odds(0.5) ? chance.between(0, 0.2) : 0;
		var lit = chance.between(-0.35, 0.35);
		var lean = chance.angle();
		var vignette = chance.odds(0.5) ? chance.between(0.1, 0.5) : 0;
		for (var index = 0; index < canvas.width * canvas.width; index++) {
			var x = (index % canvas.width + 0.5f) / canvas.scale;
			var y = (index / canvas.width + 0.5f) / canvas.scale;
			if (caustics > 0) {
				var wx = x / size + 0.4f * noise.at(x / size + 5, y / size);
				var wy = y / size + 0.4f * noise.at(x / size, y / size + 8);
				var net = 1 - Math.min(1, 2.2f * Math.abs(noise.at(wx, wy)));
				canvas.multiply(index, 1 + caustics * (1.6f * net * net * net - 0.35f));
			}
			if (thick > 0) {
				canvas.blend(index, haze, thick);
			}
			var dx = (x - 48) / 48;
			var dy = (y - 48) / 48;
			canvas.multiply(index, (1 + lit * (dx * (float) Math.cos(lean) + dy * (float) Math.sin(lean)))
					* (1 - vignette * 0.5f * (dx * dx + dy * dy)));
		}
	}

	/** Exposes, reduces to the wanted size and rounds to bytes. */
	private static BufferedImage develop(Canvas canvas, int side, Chance chance) {
		var mean = 0.0;
		for (var index = 0; index < canvas.red.length; index++) {
			mean += canvas.red[index] + canvas.green[index] + canvas.blue[index];
		}
		mean /= 3.0 * canvas.red.length;
		// A camera's automatic exposure, only roughly obeyed.
		var exposure = (float) (Math.pow(0.3 / (mean + 0.02), 0.7) * chance.between(0.8, 1.35));
		var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
		var scale = canvas.width / side;
		var planes = canvas.planes();
		for (var j = 0; j < side; j++) {
			for (var i = 0; i < side; i++) {
				var rgb = 0;
				for (var plane : planes) {
					var sum = 0f;
					for (var sy = 0; sy < scale; sy++) {
						for (var sx = 0; sx < scale; sx++) {
							var light = plane[(j * scale + sy) * canvas.width + i * scale + sx] * exposure;
							sum += FILM[(int) Math.max(0, Math.min(FILM.length - 1, 500 * light))];
						}
					}
					rgb = rgb << 8 | Math.max(0, Math.min(255, Math.round(255 * sum / (scale * scale))));
				}
				image.setRGB(i, j, rgb);
			}
		}
		return image;
	}

	/** Linear light, in steps of 1/500, to display value, with a soft shoulder so that highlights keep their colour. */
	private static float[] film() {
		var film = new float[4000];
		for (var i = 0; i < film.length; i++) {
			var l = (i + 0.5f) / 500;
			var t = (float) Math.min(1, Math.pow(l * (1 + l / 5) / (1 + l) * 1.15f, 1 / 2.2));
			// A little more contrast in the middle than a straight print has.
			film[i] = 0.45f * t + 0.55f * t * t * (3 - 2 * t);
		}
		return film;
	}
}
