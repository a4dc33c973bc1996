// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColormapTest {
	@ParameterizedTest
	@EnumSource(value = Colormap.class, mode = EnumSource.Mode.EXCLUDE, names = "DIVERGING")
	void brightnessGrowsWithTheNumber(Colormap colormap) {
		for (int i = 3; i <= 255; i++) {
			double before = brightness(colormap.color((i - 3) / 255.0));
			assertTrue(brightness(colormap.color(i / 255.0)) > before, colormap + " at " + i);
		}
	}

	@Test
	void theDivergingMapIsDarkestInTheMiddle() {
		for (int i = 1; i <= 127; i++) {
			assertTrue(brightness(Colormap.DIVERGING.color(0.5 + i / 255.0)) > brightness(
					Colormap.DIVERGING.color(0.5 + (i - 1) / 255.0)) - 0.5);
			assertTrue(brightness(Colormap.DIVERGING.color(0.5 - i / 255.0)) > brightness(
					Colormap.DIVERGING.color(0.5 - (i - 1) / 255.0)) - 0.5);
		}
	}

	@Test
	void theEndsAreThePublishedColors() {
		assertEquals(0x440154, Colormap.VIRIDIS.color(0));
		assertEquals(0xfde725, Colormap.VIRIDIS.color(1));
		assertEquals(0x000004, Colormap.MAGMA.color(0));
		assertEquals(0xfcfdbf, Colormap.MAGMA.color(1));
	}

	@ParameterizedTest
	@EnumSource
	void numbersBeyondTheEndsAreClipped(Colormap colormap) {
		assertEquals(colormap.color(0), colormap.color(-3));
		assertEquals(colormap.color(1), colormap.color(Double.POSITIVE_INFINITY));
		assertEquals(colormap.color(0), colormap.color(Double.NaN));
	}

	private static double brightness(int color) {
		return 0.2126 * (color >> 16 & 0xff) + 0.7152 * (color >> 8 & 0xff) + 0.0722 * (color & 0xff);
	}
}
