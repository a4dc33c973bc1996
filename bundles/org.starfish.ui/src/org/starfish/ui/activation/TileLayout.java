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
	/** The sizes of a tile's larger side at a zoom of 1. */
	private static final int MAP = 44;
	private static final int CELL = 22;
	private static final int LABEL = 150;
	private static final int GAP = 3;
	private static final int LEAST = 4;

	/**
	 * Lays tiles out in rows.
	 *
	 * @param count how many
	 * @param mapWidth columns of a map
	 * @param mapHeight rows of a map
	 * @param labelled whether each tile has a label beside it
	 * @param width of the canvas
	 * @param zoom 1 for the usual size
	 * @param scale pixels of the device a point
	 */
	public static TileLayout of(int count, int mapWidth, int mapHeight, boolean labelled, int width, double zoom,
			double scale) {
		boolean cell = mapWidth == 1 && mapHeight == 1;
		int side = Math.max(mapWidth, mapHeight);
		double wanted = (cell ? CELL : MAP) * zoom;
		double most = Math.max(LEAST, width - 2 * GAP);
		double size = crisp(Math.clamp(wanted, LEAST, most), most, side, scale);
		int tileWidth = (int) Math.max(1, Math.round(size * mapWidth / side));
		int tileHeight = (int) Math.max(1, Math.round(size * mapHeight / side));
		int labelWidth = labelled ? (int) Math.round(LABEL * Math.max(1, Math.sqrt(zoom))) : 0;
		int columns = Math.max(1, (width - GAP) / (tileWidth + labelWidth + GAP));
		return new TileLayout(count, Math.max(1, Math.min(columns, Math.max(count, 1))), tileWidth, tileHeight, labelWidth, GAP);
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
