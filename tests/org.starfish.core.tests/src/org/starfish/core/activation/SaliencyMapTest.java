// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.starfish.core.image.Colormap;
import org.starfish.core.image.RgbImage;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Shape;

class SaliencyMapTest {
	@Test
	void theSignDoesNotMatterAndTheStrongestChannelCounts() {
		float[] gradient = { 0, 0, 0, 1, -4, 2 };
		RgbImage map = SaliencyMap.draw(gradient, Shape.image(ChannelOrder.FIRST, 1, 2, 3));
		assertEquals(224, map.width());
		assertEquals(112, map.height());
		assertEquals(Colormap.MAGMA.color(0), map.pixel(111, 50));
		assertEquals(Colormap.MAGMA.color(1), map.pixel(112, 50));
	}

	@Test
	void oneExtremePixelDoesNotDarkenAllOthers() {
		float[] gradient = new float[300 * 300];
		for (int i = 0; i < gradient.length; i++) {
			gradient[i] = i % 2;
		}
		gradient[45_000] = 1e6f;
		gradient[45_002] = Float.NaN;
		RgbImage map = SaliencyMap.draw(gradient, Shape.image(ChannelOrder.LAST, 300, 300, 1));
		assertEquals(300, map.width());
		assertEquals(Colormap.MAGMA.color(1), map.pixel(1, 0));
		assertEquals(Colormap.MAGMA.color(0), map.pixel(2, 150));
	}

	@Test
	void aGradientOfZeroIsBlack() {
		RgbImage map = SaliencyMap.draw(new float[12], Shape.image(ChannelOrder.LAST, 2, 2, 3));
		assertEquals(Colormap.MAGMA.color(0), map.pixel(5, 5));
	}
}
