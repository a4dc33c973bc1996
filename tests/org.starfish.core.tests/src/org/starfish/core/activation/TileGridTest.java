// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.starfish.core.activation.TileGrid.Range;
import org.starfish.core.image.Colormap;
import org.starfish.core.image.RgbImage;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Shape;

class TileGridTest {
	private static final Shape TWO_BY_THREE = Shape.image(ChannelOrder.FIRST, 2, 3, 4);

	@ParameterizedTest
	@CsvSource({ "112,112,64", "56,56,192", "14,14,832", "7,7,1024", "7,7,2048", "1,1,1000", "1,1,1", "1,1,4096",
			"224,224,3", "28,28,6", "1,3,5", "40,1,16" })
	void usualLayersFillAScreenAndNotMore(int height, int width, int channels) {
		TileGrid grid = TileGrid.of(Shape.image(ChannelOrder.LAST, height, width, channels));
		assertTrue(grid.width() <= 1600 && grid.height() <= 1600, grid.toString());
		assertTrue(grid.columns() * grid.rows() >= channels);
		assertTrue(grid.columns() * (grid.rows() - 1) < channels, "no empty row");
		boolean enlarged = grid.factor() > 1;
		assertTrue(enlarged || grid.width() > 700, grid.toString());
	}

	@Test
	void evenAHugeLayerIsArranged() {
		TileGrid grid = TileGrid.of(Shape.image(ChannelOrder.LAST, 300, 300, 500));
		assertEquals(1, grid.factor());
		assertTrue(grid.width() <= 1600);
		TileGrid wide = TileGrid.of(Shape.image(ChannelOrder.LAST, 2, 3000, 2));
		assertEquals(1, wide.columns());
	}

	@Test
	void everyPositionIsASquareOfItsColor() {
		float[] values = new float[2 * 3 * 4];
		for (int i = 0; i < values.length; i++) {
			values[i] = i;
		}
		TileGrid grid = TileGrid.of(TWO_BY_THREE);
		RgbImage image = TileGrid.draw(values, TWO_BY_THREE, Colormap.GRAY, Range.LAYER);
		assertEquals(grid.width(), image.width());
		assertEquals(grid.height(), image.height());
		for (int channel = 0; channel < 4; channel++) {
			for (int y = 0; y < 2 * grid.factor(); y++) {
				for (int x = 0; x < 3 * grid.factor(); x++) {
					float value = values[(y / grid.factor() * 3 + x / grid.factor()) * 4 + channel];
					assertEquals(Colormap.GRAY.color(value / 23),
							image.pixel(grid.left(channel) + x, grid.top(channel) + y));
				}
			}
		}
	}

	@Test
	void pixelsFindTheirChannel() {
		TileGrid grid = TileGrid.of(TWO_BY_THREE);
		for (int channel = 0; channel < 4; channel++) {
			int right = grid.left(channel) + 3 * grid.factor() - 1;
			int bottom = grid.top(channel) + 2 * grid.factor() - 1;
			assertEquals(OptionalInt.of(channel), grid.channelAt(grid.left(channel), grid.top(channel)));
			assertEquals(OptionalInt.of(channel), grid.channelAt(right, bottom));
			assertEquals(OptionalInt.empty(), grid.channelAt(right + 1, bottom));
			assertEquals(OptionalInt.empty(), grid.channelAt(right, bottom + 1));
		}
		assertEquals(OptionalInt.empty(), grid.channelAt(0, 0));
		assertEquals(OptionalInt.empty(), grid.channelAt(-1, 5));
		assertEquals(OptionalInt.empty(), grid.channelAt(grid.width(), 5));
	}

	@Test
	void theRangeDecidesWhatAColorStandsFor() {
		Shape shape = Shape.image(ChannelOrder.LAST, 1, 2, 2);
		float[] values = { 0, -4, 1, 8 };
		int low = Colormap.VIRIDIS.color(0);
		int high = Colormap.VIRIDIS.color(1);
		assertEquals(low, color(values, shape, Range.CHANNEL, 0, 0));
		assertEquals(high, color(values, shape, Range.CHANNEL, 0, 1));
		assertEquals(low, color(values, shape, Range.CHANNEL, 1, 0));
		assertEquals(high, color(values, shape, Range.CHANNEL, 1, 1));
		assertEquals(low, color(values, shape, Range.LAYER, 1, 0));
		assertEquals(high, color(values, shape, Range.LAYER, 1, 1));
		assertEquals(Colormap.VIRIDIS.color(4 / 12.0), color(values, shape, Range.LAYER, 0, 0));
		assertEquals(Colormap.VIRIDIS.color(0.5), color(values, shape, Range.SYMMETRIC, 0, 0));
		assertEquals(Colormap.VIRIDIS.color(0.25), color(values, shape, Range.SYMMETRIC, 1, 0));
	}

	@Test
	void aSilentLayerIsDark() {
		Shape shape = Shape.image(ChannelOrder.LAST, 1, 2, 2);
		for (Range range : new Range[] { Range.CHANNEL, Range.LAYER }) {
			assertEquals(Colormap.VIRIDIS.color(0), color(new float[4], shape, range, 0, 0));
		}
		assertEquals(Colormap.VIRIDIS.color(0.5), color(new float[4], shape, Range.SYMMETRIC, 0, 0));
	}

	@Test
	void valuesThatAreNotFiniteDoNotSpoilTheOthers() {
		Shape shape = Shape.vector(4);
		float[] values = { 0, 1, Float.NaN, Float.POSITIVE_INFINITY };
		assertEquals(Colormap.VIRIDIS.color(1), color(values, shape, Range.LAYER, 1, 0));
		assertEquals(Colormap.VIRIDIS.color(1), color(values, shape, Range.LAYER, 3, 0));
		assertEquals(Colormap.VIRIDIS.color(0), color(new float[] { Float.NaN, Float.NaN, Float.NaN, Float.NaN }, shape,
				Range.SYMMETRIC, 0, 0));
	}

	@Test
	void aDenseLayerIsAGridOfCells() {
		TileGrid grid = TileGrid.of(Shape.vector(1000));
		assertEquals(1000, grid.channels());
		float[] values = new float[1000];
		values[327] = 1;
		RgbImage image = TileGrid.draw(values, Shape.vector(1000), Colormap.MAGMA, Range.CHANNEL);
		assertEquals(Colormap.MAGMA.color(1), image.pixel(grid.left(327), grid.top(327)));
		assertNotEquals(Colormap.MAGMA.color(1), image.pixel(grid.left(328), grid.top(328)));
	}

	private static int color(float[] values, Shape shape, Range range, int channel, int x) {
		TileGrid grid = TileGrid.of(shape);
		RgbImage image = TileGrid.draw(values, shape, Colormap.VIRIDIS, range);
		return image.pixel(grid.left(channel) + x * grid.factor(), grid.top(channel));
	}
}
