// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileLayoutTest {
	private static TileLayout layout(int count, int side, double zoom) {
		return TileLayout.of(count, side, side, false, 800, 600, zoom, 1);
	}

	@ParameterizedTest
	@CsvSource({ "2048, 7", "512, 14", "64, 112", "3, 224", "1, 1", "1000, 1", "17, 5" })
	void tilesLieInRowsAndDoNotOverlap(int count, int side) {
		TileLayout layout = layout(count, side, 1);
		for (int place = 0; place < count; place++) {
			Rectangle tile = layout.tile(place);
			assertTrue(tile.x >= layout.gap() && tile.x + tile.width + layout.gap() <= 800, tile::toString);
			assertTrue(tile.y + tile.height + layout.gap() <= layout.height(), tile::toString);
			assertEquals(place, layout.placeAt(tile.x, tile.y));
			assertEquals(place, layout.placeAt(tile.x + tile.width - 1, tile.y + tile.height - 1));
			assertEquals(-1, layout.placeAt(tile.x + tile.width, tile.y), "a gap");
			assertEquals(-1, layout.placeAt(tile.x, tile.y - 1), "a gap");
		}
		assertEquals(-1, layout.placeAt(layout.gap(), layout.height() + 1));
	}

	@Test
	void positionsAreBlocksOfEqualSize() {
		assertEquals(0, layout(512, 14, 1).tileWidth() % 14);
		assertEquals(0, layout(512, 14, 2).tileWidth() % 14);
		TileLayout fine = TileLayout.of(512, 14, 14, false, 800, 600, 1, 2);
		assertEquals(0, fine.tileWidth() * 2 % 14);
	}

	@Test
	void fewTilesAreAsLargeAsLetsAllBeSeen() {
		TileLayout few = layout(64, 112, 1);
		assertTrue(few.height() <= 600);
		assertTrue(few.tileWidth() > 60);
		assertTrue(TileLayout.of(65, 112, 112, false, 800, 600, 1.2, 1).height() > 600, "no room is left");
	}

	@Test
	void manyTilesAreLargeEnoughToBeRead() {
		TileLayout many = layout(2048, 7, 1);
		assertTrue(many.tileWidth() >= 40);
		assertTrue(many.height() > 600);
	}

	@Test
	void zoomMakesThemLarger() {
		assertTrue(layout(512, 14, 2).tileWidth() > 1.5 * layout(512, 14, 1).tileWidth());
		assertTrue(layout(512, 14, 0.5).tileWidth() < layout(512, 14, 1).tileWidth());
		assertTrue(layout(512, 14, 16).tileWidth() <= 800, "never wider than the canvas");
	}

	@Test
	void mapsKeepTheirShape() {
		TileLayout wide = TileLayout.of(100, 40, 10, false, 800, 600, 1, 1);
		assertEquals(4, wide.tileWidth() / wide.tileHeight());
	}

	@Test
	void labelsLieBesideTheirTiles() {
		TileLayout labelled = TileLayout.of(1000, 1, 1, true, 800, 600, 1, 1);
		assertTrue(labelled.labelWidth() > 100);
		Rectangle cell = labelled.cell(7);
		assertEquals(7, labelled.placeAt(cell.x + cell.width - 1, cell.y));
		assertTrue(labelled.columns() > 2);
	}

	@Test
	void labelsTakeTheRoomThatIsThere() {
		for (int width = 400; width < 1200; width += 37) {
			TileLayout labelled = TileLayout.of(1000, 1, 1, true, width, 600, 1, 1);
			int used = labelled.gap() + labelled.columns() * labelled.pitchX();
			assertTrue(used <= width && used > width - labelled.columns(), used + " of " + width);
		}
	}

	@Test
	void aTinyCanvasHasOneColumn() {
		TileLayout tiny = TileLayout.of(10, 14, 14, false, 5, 5, 1, 1);
		assertEquals(1, tiny.columns());
		assertTrue(tiny.tileWidth() >= 1);
	}

	@Test
	void nothingToShowIsFine() {
		TileLayout none = layout(0, 14, 1);
		assertEquals(0, none.rows());
		assertEquals(-1, none.placeAt(10, 10));
	}
}
