// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.activation;

import java.util.OptionalInt;

import org.starfish.core.image.Colormap;
import org.starfish.core.image.RgbImage;
import org.starfish.core.network.Shape;

/**
 * The channels of a layer's output as a grid of tiles, row after row; the elements of a dense layer as a grid of cells.
 * <p>
 * Small channels are enlarged by a whole factor, so that every position is a square. The grid is at most {@value #SIDE}
 * pixels wide and high, unless even tiles of original size need more.
 *
 * @param tileHeight rows of a channel
 * @param tileWidth columns of a channel
 * @param channels how many tiles there are
 * @param factor how many pixels, across and down, stand for a position
 * @param gap pixels between tiles and around the grid
 * @param columns tiles in a row
 * @param rows rows of tiles
 */
public record TileGrid(int tileHeight, int tileWidth, int channels, int factor, int gap, int columns, int rows) {
	/** Which values get the first and the last colour. */
	public enum Range {
		/** Each channel's own least and greatest value: what is in a weak channel can be seen, too. */
		CHANNEL,
		/** The layer's least and greatest value: channels can be compared. */
		LAYER,
		/** Minus and plus the layer's greatest absolute value: zero is the colormap's middle. */
		SYMMETRIC
	}

	private static final int SIDE = 1600;
	private static final int LARGEST_TILE = 448;
	private static final int LARGEST_CELL = 24;
	private static final int GAP_COLOR = 0x505050;

	/**
	 * Arranges the channels of a layer.
	 *
	 * @param shape the layer's output shape; what is neither picture nor sequence is taken for a vector
	 */
	public static TileGrid of(Shape shape) {
		boolean spatial = shape.isSpatial();
		return fitting(spatial ? shape.height() : 1, spatial ? shape.width() : 1,
				spatial ? shape.channels() : (int) shape.size());
	}

	private static TileGrid fitting(int height, int width, int channels) {
		int largest = height == 1 && width == 1 ? LARGEST_CELL : LARGEST_TILE;
		for (int factor = Math.max(1, largest / Math.max(height, width)); factor > 1; factor--) {
			TileGrid grid = arranged(height, width, channels, factor);
			if (grid.width() <= SIDE && grid.height() <= SIDE) {
				return grid;
			}
		}
		return arranged(height, width, channels, 1);
	}

	/** Nearly 4:3, preferring numbers of columns that leave no hole in the last row. */
	private static TileGrid arranged(int height, int width, int channels, int factor) {
		int gap = Math.max(height, width) * factor < 32 ? 1 : 2;
		double cellHeight = height * factor + gap;
		double cellWidth = width * factor + gap;
		double ideal = Math.sqrt(channels * 4.0 / 3 * cellHeight / cellWidth);
		int most = Math.max(1, (int) ((SIDE - gap) / cellWidth));
		int best = Math.clamp(Math.round(ideal), 1, Math.min(most, channels));
		double leastCost = Double.POSITIVE_INFINITY;
		int from = Math.max(1, (int) (ideal * 0.7));
		for (int columns = from; columns <= Math.min(Math.min(most, channels), ideal * 1.4 + 1); columns++) {
			double holes = (double) (Math.ceilDiv(channels, columns) * columns - channels) / channels;
			double cost = holes + Math.abs(Math.log(columns / ideal)) / 4;
			if (cost < leastCost) {
				leastCost = cost;
				best = columns;
			}
		}
		return new TileGrid(height, width, channels, factor, gap, best, Math.ceilDiv(channels, best));
	}

	/** The width of the picture, in pixels. */
	public int width() {
		return gap + columns * (tileWidth * factor + gap);
	}

	/** The height of the picture, in pixels. */
	public int height() {
		return gap + rows * (tileHeight * factor + gap);
	}

	/** The left edge of a channel's tile, in pixels. */
	public int left(int channel) {
		return gap + channel % columns * (tileWidth * factor + gap);
	}

	/** The upper edge of a channel's tile, in pixels. */
	public int top(int channel) {
		return gap + channel / columns * (tileHeight * factor + gap);
	}

	/** The channel whose tile holds a pixel; empty in the gaps. */
	public OptionalInt channelAt(int x, int y) {
		int column = (x - gap) / (tileWidth * factor + gap);
		int row = (y - gap) / (tileHeight * factor + gap);
		int channel = row * columns + column;
		boolean inside = x >= gap && y >= gap && column < columns && channel < channels
				&& x < left(channel) + tileWidth * factor && y < top(channel) + tileHeight * factor;
		return inside ? OptionalInt.of(channel) : OptionalInt.empty();
	}

	/**
	 * Draws all channels of a layer.
	 *
	 * @param values of one example, channels last
	 * @param shape the layer's output shape, in whatever order
	 * @param range which values get the first and the last colour; {@link Range#CHANNEL} means the layer where a
	 *        channel is a single number
	 */
	public static RgbImage draw(float[] values, Shape shape, Colormap colormap, Range range) {
		LayerActivation activation = LayerActivation.of("", shape, values);
		return draw(activation, new Coloring(colormap, range), activation.order(ChannelSort.INDEX, 0, false));
	}

	/**
	 * Draws channels of a layer.
	 *
	 * @param order which channels, at least one, in which order
	 */
	public static RgbImage draw(LayerActivation activation, Coloring coloring, int[] order) {
		TileGrid grid = fitting(activation.height(), activation.width(), order.length);
		RgbImage image = RgbImage.filled(grid.width(), grid.height(), GAP_COLOR);
		var painter = new TilePainter(activation, coloring);
		int width = grid.tileWidth * grid.factor;
		int height = grid.tileHeight * grid.factor;
		int[] tile = new int[width * height];
		for (int place = 0; place < order.length; place++) {
			painter.pixels(order[place], tile, 0, width, width, height);
			for (int y = 0; y < height; y++) {
				int at = 3 * ((grid.top(place) + y) * image.width() + grid.left(place));
				for (int x = 0; x < width; x++) {
					int color = tile[y * width + x];
					image.rgb()[at++] = (byte) (color >> 16);
					image.rgb()[at++] = (byte) (color >> 8);
					image.rgb()[at++] = (byte) color;
				}
			}
		}
		return image;
	}
}
