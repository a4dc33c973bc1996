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
		int height = spatial ? shape.height() : 1;
		int width = spatial ? shape.width() : 1;
		int channels = spatial ? shape.channels() : (int) shape.size();
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
		return of(shape).draw(values, colormap, range);
	}

	/** Draws all channels; see {@link #draw(float[], Shape, Colormap, Range)}. */
	public RgbImage draw(float[] values, Colormap colormap, Range range) {
		RgbImage image = RgbImage.filled(width(), height(), GAP_COLOR);
		boolean own = range == Range.CHANNEL && tileHeight * tileWidth > 1;
		Bounds bounds = own ? null : Bounds.of(values, 0, 1, range);
		for (int channel = 0; channel < channels; channel++) {
			paint(channel, values, own ? Bounds.of(values, channel, channels, range) : bounds, colormap, image);
		}
		return image;
	}

	private void paint(int channel, float[] values, Bounds bounds, Colormap colormap, RgbImage image) {
		byte[] rgb = image.rgb();
		int row = 3 * image.width();
		for (int y = 0; y < tileHeight; y++) {
			int start = (top(channel) + y * factor) * row + 3 * left(channel);
			for (int x = 0; x < tileWidth; x++) {
				double value = bounds.place(values[(y * tileWidth + x) * channels + channel]);
				for (int i = 0; i < factor; i++) {
					colormap.paint(value, rgb, start + 3 * (x * factor + i));
				}
			}
			for (int i = 1; i < factor; i++) {
				System.arraycopy(rgb, start, rgb, start + i * row, 3 * tileWidth * factor);
			}
		}
	}

	/** The values that get the first and the last colour. */
	private record Bounds(float low, float high) {
		static Bounds of(float[] values, int first, int step, Range range) {
			float low = Float.POSITIVE_INFINITY;
			float high = Float.NEGATIVE_INFINITY;
			for (int i = first; i < values.length; i += step) {
				if (Float.isFinite(values[i])) {
					low = Math.min(low, values[i]);
					high = Math.max(high, values[i]);
				}
			}
			if (range == Range.SYMMETRIC) {
				float greatest = Math.max(Math.abs(low), Math.abs(high));
				high = greatest > 0 && Float.isFinite(greatest) ? greatest : 1;
				low = -high;
			}
			return new Bounds(low, high);
		}

		/** Where a value lies between the bounds, 0 to 1. */
		double place(float value) {
			return low < high ? ((double) value - low) / ((double) high - low) : 0;
		}
	}
}
