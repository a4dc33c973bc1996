// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Shape;
import org.starfish.core.network.operation.Input;

/** What a class scores where a network without dense layers sees a picture larger than its own size. */
class SoftmaxUnitTest {
	@Test
	void positionsOfALargerPictureAreAveraged() {
		var layer = new Layer("classes", List.of(), new Input(), List.of(), Shape.image(ChannelOrder.FIRST, 1, 1, 3));
		var one = new LayerValues(Map.of(layer, layer.shape()));
		var oneGradient = new LayerValues(Map.of(layer, layer.shape()));
		var objective = new SoftmaxUnit(layer, 1, 0.999, 0.1);
		System.arraycopy(new float[] { 2, 1, -1 }, 0, one.of(layer), 0, 3);
		double expected = objective.score(one, oneGradient);
		assertEquals(Math.E / (Math.E * Math.E + Math.E + 1 / Math.E), expected, 1e-7);
		assertEquals(2, objective.rank(one));

		Shape wide = Shape.image(ChannelOrder.FIRST, 1, 2, 3);
		var two = new LayerValues(Map.of(layer, wide));
		var twoGradient = new LayerValues(Map.of(layer, wide));
		// The class is first at one of the positions and last at the other.
		System.arraycopy(new float[] { 1, 5, -2, 3, -3, 0 }, 0, two.of(layer), 0, 6);
		assertEquals(expected, objective.score(two, twoGradient), 1e-7);
		assertEquals(2, objective.rank(two));
		float[] halves = new float[6];
		for (int i = 0; i < halves.length; i++) {
			halves[i] = oneGradient.of(layer)[i % 3] / 2;
		}
		assertArrayEquals(halves, twoGradient.of(layer), 1e-7f);
	}
}
