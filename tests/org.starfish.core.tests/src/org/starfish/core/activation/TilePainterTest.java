// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.activation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.starfish.core.activation.TileGrid.Range;
import org.starfish.core.image.Colormap;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Shape;

class TilePainterTest {
	/** 2 rows, 2 columns, 2 channels. The second channel is 0, 1, 2, 4. */
	private static final LayerActivation SOME = LayerActivation.of("some", Shape.image(ChannelOrder.LAST, 2, 2, 2),
			new float[] { 9, 0, 9, 1, 9, 2, 9, 4 });
	private static final Coloring GRAY = new Coloring(Colormap.GRAY, Range.CHANNEL);

	@Test
	void indicesPointIntoThePalette() {
		byte[] into = new byte[12];
		Arrays.fill(into, (byte) 7);
		var painter = new TilePainter(SOME, GRAY);
		painter.indices(1, into, 5, 3);
		assertArrayEquals(new byte[] { 7, 7, 7, 7, 7, 0, 64, 7, (byte) 128, (byte) 255, 7, 7 }, into);
		assertEquals(256, painter.palette().length);
		assertEquals(0xff404040, painter.palette()[64]);
	}

	@Test
	void positionsGrowToBlocks() {
		int[] into = new int[6 * 3];
		new TilePainter(SOME, GRAY).pixels(1, into, 1, 6, 4, 3);
		int[] gray = { 0, 64, 128, 255 };
		for (int y = 0; y < 3; y++) {
			assertEquals(0, into[y * 6], "beside the tile");
			assertEquals(0, into[y * 6 + 5], "beside the tile");
			for (int x = 0; x < 4; x++) {
				int value = gray[y * 2 / 3 * 2 + x / 2];
				assertEquals(0xff000000 | value * 0x10101, into[y * 6 + 1 + x], x + "," + y);
			}
		}
	}

	@Test
	void positionsAreAveragedWhereThereAreFewerPixels() {
		int[] into = new int[2];
		var painter = new TilePainter(SOME, GRAY);
		painter.pixels(1, into, 0, 1, 1, 2);
		assertEquals(0xff000000 | Math.round(0.5f / 4 * 255) * 0x10101, into[0]);
		assertEquals(0xff000000 | Math.round(3f / 4 * 255) * 0x10101, into[1]);
		painter.pixels(1, into, 0, 1, 1, 1);
		assertEquals(0xff000000 | Math.round(1.75f / 4 * 255) * 0x10101, into[0]);
	}

	@Test
	void aTileOfItsOwnSizeIsTheSameBothWays() {
		var painter = new TilePainter(SOME, Coloring.DEFAULT);
		byte[] indices = new byte[4];
		painter.indices(1, indices, 0, 2);
		int[] pixels = new int[4];
		painter.pixels(1, pixels, 0, 2, 2, 2);
		for (int i = 0; i < 4; i++) {
			assertEquals(painter.palette()[indices[i] & 0xff], pixels[i]);
		}
	}

	@Test
	void aSmallGammaShowsMoreOfWhatIsWeak() {
		byte[] into = new byte[4];
		new TilePainter(SOME, new Coloring(Colormap.VIRIDIS, Range.CHANNEL, Optional.empty(), 0.5)).indices(1, into, 0, 2);
		assertArrayEquals(new byte[] { 0, (byte) 128, (byte) 180, (byte) 255 }, into);
	}

	@Test
	void gammaLeavesTheMiddleOfSignedValuesWhereItIs() {
		var coloring = new Coloring(Colormap.DIVERGING, Range.SYMMETRIC, Optional.empty(), 0.5);
		assertEquals(0.5, coloring.shade(0.5));
		assertEquals(1, coloring.shade(0.625) + coloring.shade(0.375), 1e-12);
		assertEquals(0.75, coloring.shade(0.625), 1e-12);
		assertEquals(0, coloring.shade(-3));
		assertThrows(IllegalArgumentException.class, () -> new Coloring(Colormap.GRAY, Range.LAYER, Optional.empty(), 0));
	}

	@Test
	void valuesOutsideFixedBoundsGetTheFirstAndTheLastColor() {
		byte[] into = new byte[4];
		var fixed = new Coloring(Colormap.GRAY, Range.CHANNEL, Optional.of(new Bounds(1, 2)), 1);
		new TilePainter(SOME, fixed).indices(1, into, 0, 2);
		assertArrayEquals(new byte[] { 0, 0, (byte) 255, (byte) 255 }, into);
	}

	@Test
	void tilesOfAnySizeCoverEveryPosition() {
		float[] values = new float[7 * 5];
		for (int i = 0; i < values.length; i++) {
			values[i] = i;
		}
		LayerActivation activation = LayerActivation.of("some", Shape.image(ChannelOrder.LAST, 7, 5, 1), values);
		var painter = new TilePainter(activation, GRAY);
		for (int width = 1; width < 23; width++) {
			for (int height = 1; height < 23; height++) {
				int[] into = new int[width * height];
				painter.pixels(0, into, 0, width, width, height);
				for (int y = 0; y < height; y++) {
					for (int x = 1; x < width; x++) {
						assertTrue(level(into, y * width + x) >= level(into, y * width + x - 1), "ascending across");
					}
				}
				if (width >= 5 && height >= 7) {
					assertEquals(0, level(into, 0));
					assertEquals(255, level(into, width * height - 1));
					assertEquals(35, Arrays.stream(into).distinct().count(), width + "x" + height);
				}
			}
		}
	}

	private static int level(int[] pixels, int at) {
		return pixels[at] & 0xff;
	}
}
