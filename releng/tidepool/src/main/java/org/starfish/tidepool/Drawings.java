// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

import java.util.stream.IntStream;

/** A set of drawings as bytes, the classes in turn: drawing {@code i} shows species {@code i % 10}. */
final class Drawings {
	/** Pixels of a side, as the network sees them. */
	static final int SIDE = 96;
	/** Seeds of the drawings that no network is trained on. */
	static final long HELD_OUT = -20260117;

	private final byte[][] pixels;

	private Drawings(byte[][] pixels) {
		this.pixels = pixels;
	}

	/** Draws {@code count} pictures on all processors; the same seed gives the same pictures. */
	static Drawings draw(long seed, int count) {
		var pixels = new byte[count][];
		IntStream.range(0, count).parallel().forEach(i -> pixels[i] = bytes(drawing(seed, i)));
		return new Drawings(pixels);
	}

	/** The drawing number {@code i} of a set. */
	static Drawing drawing(long seed, int i) {
		return new Drawing(Species.values()[label(i)], Chance.mix(seed, i));
	}

	static int label(int i) {
		return i % Species.values().length;
	}

	int count() {
		return pixels.length;
	}

	/** Red, green, blue of each pixel in rows. */
	byte[] pixels(int i) {
		return pixels[i];
	}

	private static byte[] bytes(Drawing drawing) {
		var image = drawing.paint(SIDE);
		var bytes = new byte[3 * SIDE * SIDE];
		for (var p = 0; p < SIDE * SIDE; p++) {
			var rgb = image.getRGB(p % SIDE, p / SIDE);
			bytes[3 * p] = (byte) (rgb >> 16);
			bytes[3 * p + 1] = (byte) (rgb >> 8);
			bytes[3 * p + 2] = (byte) rgb;
		}
		return bytes;
	}
}
