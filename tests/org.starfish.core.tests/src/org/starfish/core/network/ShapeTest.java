// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ShapeTest {
	@Test
	void bothOrdersAreStoredAlike() {
		Shape first = Shape.of(ChannelOrder.FIRST, 3, 5, 7);
		Shape last = Shape.of(ChannelOrder.LAST, 5, 7, 3);
		assertArrayEquals(last.stored(), first.stored());
		assertEquals(3, first.channels());
		assertEquals(5, first.height());
		assertEquals(7, last.width());
		assertNotEquals(first, last);
	}

	@Test
	void storedAxisFollowsEveryAxisOfTheFile() {
		Shape shape = Shape.of(ChannelOrder.FIRST, 2, 3, 4, 5);
		assertArrayEquals(new int[] { 3, 4, 5, 2 }, shape.stored());
		for (int axis = 0; axis < shape.rank(); axis++) {
			assertEquals(shape.dim(axis), shape.stored()[shape.storedAxis(axis)]);
		}
	}

	@Test
	void otherSpatialSizesKeepTheOrder() {
		Shape shape = Shape.image(ChannelOrder.FIRST, 4, 6, 3).with(new int[] { 8, 9 }, 16);
		assertEquals("16x8x9", shape.toString());
		assertArrayEquals(new int[] { 8, 9 }, shape.spatial());
	}

	@Test
	void vectorsHaveNoOrder() {
		assertEquals(Shape.vector(10), Shape.of(ChannelOrder.FIRST, 10));
		assertEquals(1, Shape.vector(10).height());
	}

	@Test
	void emptyDimensionsAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> Shape.of(ChannelOrder.LAST, 3, 0));
	}
}
