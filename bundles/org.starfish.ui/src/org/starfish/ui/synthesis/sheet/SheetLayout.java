// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.sheet;

import org.eclipse.swt.graphics.Rectangle;

/**
 * Where the tiles of a sheet lie, in points, from the upper left corner of the whole sheet. Immutable.
 *
 * @param count how many there are
 * @param columns tiles in a row, at least 1
 * @param side of the square in which a picture is shown
 * @param caption the height of what is said below it
 */
record SheetLayout(int count, int columns, int side, int caption) {
	private static final int LEAST = 112;
	private static final int MOST = 256;
	private static final int STEP = 8;
	/** Between tiles and around the sheet. */
	static final int GAP = 12;

	/**
	 * Lays tiles out in rows, as large as lets all of them be seen at once, but neither too small nor too large.
	 *
	 * @param width of the canvas
	 * @param height of the canvas
	 * @param zoom 1 for the usual size
	 */
	static SheetLayout of(int count, int caption, int width, int height, double zoom) {
		int side = MOST;
		SheetLayout layout = sized(count, caption, width, side);
		while (side > LEAST && layout.height() > height) {
			side -= STEP;
			layout = sized(count, caption, width, side);
		}
		return zoom == 1 ? layout : sized(count, caption, width, (int) Math.round(side * zoom));
	}

	private static SheetLayout sized(int count, int caption, int width, int wanted) {
		int side = Math.clamp(wanted, 1, Math.max(1, width - 2 * GAP));
		return new SheetLayout(count, Math.clamp((width - GAP) / (side + GAP), 1, Math.max(1, count)), side, caption);
	}

	/** From the upper edge of a tile to that of the one below. */
	int pitch() {
		return side + caption + GAP;
	}

	/** The height of the whole sheet. */
	int height() {
		return GAP + Math.ceilDiv(count, columns) * pitch();
	}

	/** A tile with its caption. */
	Rectangle tile(int index) {
		return new Rectangle(GAP + index % columns * (side + GAP), GAP + index / columns * pitch(), side, side + caption);
	}

	/** The tile at a point; -1 for none. */
	int indexAt(int x, int y) {
		if (x < GAP || y < GAP) {
			return -1;
		}
		int column = (x - GAP) / (side + GAP);
		int index = (y - GAP) / pitch() * columns + column;
		return column < columns && index < count && tile(index).contains(x, y) ? index : -1;
	}
}
