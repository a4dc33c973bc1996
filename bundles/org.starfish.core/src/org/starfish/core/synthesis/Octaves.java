// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The sizes that a picture goes through. */
final class Octaves {
	/** Smaller pictures show nothing. */
	private static final int SMALLEST = 8;

	/**
	 * The size of an octave.
	 *
	 * @param height in pixels
	 * @param width in pixels
	 */
	record Size(int height, int width) {
	}

	private Octaves() {
	}

	/** The sizes from small to full; each is the next one divided by the scale and rounded. */
	static List<Size> of(int height, int width, int count, double scale) {
		List<Size> sizes = new ArrayList<>();
		Size size = new Size(height, width);
		for (int i = 0; i < count; i++) {
			sizes.add(size);
			size = new Size((int) Math.round(size.height() / scale), (int) Math.round(size.width() / scale));
			if (Math.min(size.height(), size.width()) < SMALLEST) {
				break;
			}
		}
		Collections.reverse(sizes);
		return sizes;
	}
}
