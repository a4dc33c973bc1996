// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.swt.graphics.Rectangle;

/**
 * Where the tiles of a grid lie, in points, from the upper left corner of the whole grid, and how large they are.
 * Immutable.
 *
 * @param count how many tiles there are
 * @param columns tiles in a row, at least 1
 * @param tileWidth of the map in a tile
 * @param tileHeight of the map in a tile
 * @param labelWidth the room for a label beside the map; 0 if there are no labels
 * @param gap between tiles and around the grid
 */
public record TileLayout(int count, int columns, int tileWidth, int tileHeight, int labelWidth, int gap) {
	/** The least and the most that the larger side of a tile is at a zoom of 1. */
	private static final int LEAST_MAP = 44;
	private static final int MOST_MAP = 224;
	private static final int LEAST_CELL = 22;
	private static final int MOST_CELL = 44;
	private static final int STEP = 4;
	private static final int LABEL = 150;
	private static final int GAP = 3;
	/** The least that it is at any zoom. */
	private static final int LEAST = 4;

	/**
	 * Lays tiles out in rows. At a zoom of 1 tiles are as large as lets all of them be seen at once, but not too small to
	 * be read.
	 *
	 * @param count how many
	 * @param mapWidth columns of a map
	 * @param mapHeight rows of a map
	 * @param labelled whether each tile has a label beside it
	 * @param width of the canvas
	 * @param height of the canvas
	 * @param zoom 1 for the usual size
	 * @param scale pixels of the device a point
	 */
	public static TileLayout of(int count, int mapWidth, int mapHeight, boolean labelled, int width, int height,
			double zoom, double scale) {
		boolean cell = mapWidth == 1 && mapHeight == 1;
		int least = cell ? LEAST_CELL : LEAST_MAP;
		int size = labelled ? least : cell ? MOST_CELL : MOST_MAP;
		TileLayout layout = sized(count, mapWidth, mapHeight, labelled, width, size, scale);
		while (size > least && (layout.height() > height || layout.pitchX() > width)) {
			size -= STEP;
			layout = sized(count, mapWidth, mapHeight, labelled, width, size, scale);
		}
		return zoom == 1 ? layout : sized(count, mapWidth, mapHeight, labelled, width, size * zoom, scale);
	}

	private static TileLayout sized(int count, int mapWidth, int mapHeight, boolean labelled, int width, double wanted,
			double scale) {
		int side = Math.max(mapWidth, mapHeight);
		double most = Math.max(LEAST, width - 2 * GAP);
		double size = crisp(Math.clamp(wanted, LEAST, most), most, side, scale);
		int tileWidth = (int) Math.max(1, Math.round(size * mapWidth / side));
		int tileHeight = (int) Math.max(1, Math.round(size * mapHeight / side));
		int labelWidth = labelled ? (int) Math.round(LABEL * Math.max(1, Math.sqrt(wanted / LEAST_CELL))) : 0;
		int columns = Math.clamp((width - GAP) / (tileWidth + labelWidth + GAP), 1, Math.max(count, 1));
		int spare = labelled ? (width - GAP) / columns - (tileWidth + labelWidth + GAP) : 0;
		return new TileLayout(count, columns, tileWidth, tileHeight, labelWidth + Math.max(0, spare), GAP);
	}

	/** The nearest size in which every value of a map is a block of as many pixels as every other one. */
	private static double crisp(double size, double most, int side, double scale) {
		double block = size * scale / side;
		if (block < 1) {
			return size;
		}
		double nearest = Math.round(block) * side / scale;
		return nearest <= most ? nearest : Math.floor(block) * side / scale;
	}

	/** From the left edge of a tile to that of the next one. */
	public int pitchX() {
		return tileWidth + labelWidth + gap;
	}

	/** From the upper edge of a tile to that of the one below. */
	public int pitchY() {
		return tileHeight + gap;
	}

	/** How many rows there are. */
	public int rows() {
		return Math.ceilDiv(count, columns);
	}

	/** The height of the whole grid. */
	public int height() {
		return gap + rows() * pitchY();
	}

	/** The map of a tile. */
	public Rectangle tile(int place) {
		return new Rectangle(gap + place % columns * pitchX(), gap + place / columns * pitchY(), tileWidth, tileHeight);
	}

	/** A tile with its label. */
	public Rectangle cell(int place) {
		Rectangle cell = tile(place);
		cell.width += labelWidth;
		return cell;
	}

	/** The place of the tile at a point; -1 in the gaps and beyond the last one. */
	public int placeAt(int x, int y) {
		if (x < gap || y < gap) {
			return -1;
		}
		int column = (x - gap) / pitchX();
		int row = (y - gap) / pitchY();
		int place = row * columns + column;
		return column < columns && place < count && cell(place).contains(x, y) ? place : -1;
	}
}
