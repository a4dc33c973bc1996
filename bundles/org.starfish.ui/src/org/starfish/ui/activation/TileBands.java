// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.Rectangle;
import org.starfish.core.activation.TilePainter;

/**
 * The rows of tiles as images of the device's resolution, a few rows an image. Only those that are asked for are made,
 * and the last ones are kept, so that scrolling costs the rows that come into view and no more.
 */
final class TileBands {
	/** About so many points high is a band; more make an image more costly, fewer make more images. */
	private static final int HEIGHT = 120;

	private static final double FADED = 0.85;

	private final Device device;
	private final GridState state;
	private final TileLayout layout;
	private final int width;
	private final int background;
	private final TilePainter painter;
	/** Single values that are 0 are nothing to point out. */
	private final boolean fadesDead;
	private final int rows;
	private final int most;
	private final Map<Integer, Image> images = new LinkedHashMap<>(16, 0.75f, true);

	/**
	 * @param width of the bands, in points
	 * @param visible the height of what is seen at once, in points
	 * @param background the colour between the tiles, {@code 0xRRGGBB}
	 */
	TileBands(Device device, GridState state, TileLayout layout, int width, int visible, int background) {
		this.device = device;
		this.state = state;
		this.layout = layout;
		this.width = width;
		this.background = background;
		painter = new TilePainter(state.activation(), state.look().coloring());
		fadesDead = state.activation().positions() > 1;
		rows = Math.max(1, HEIGHT / layout.pitchY());
		most = 2 * Math.ceilDiv(visible, height()) + 2;
	}

	/** The height of a band, in points. */
	int height() {
		return rows * layout.pitchY();
	}

	/** How many bands there are. */
	int count() {
		return Math.ceilDiv(layout.rows(), rows);
	}

	/** The upper edge of a band in the grid, in points. */
	int top(int band) {
		return layout.gap() + band * height();
	}

	/** A band, which may be disposed when others are asked for. */
	Image image(int band) {
		Image image = images.get(band);
		if (image == null) {
			image = new Image(device, (ImageDataProvider) zoom -> render(band, zoom));
			images.put(band, image);
			if (images.size() > most) {
				var eldest = images.entrySet().iterator();
				eldest.next().getValue().dispose();
				eldest.remove();
			}
		}
		return image;
	}

	private ImageData render(int band, int zoom) {
		double scale = zoom / 100.0;
		int pixelWidth = pixels(width, scale);
		int pixelHeight = pixels(height(), scale);
		int[] pixels = new int[pixelWidth * pixelHeight];
		Arrays.fill(pixels, background);
		int tileWidth = pixels(layout.tileWidth(), scale);
		int tileHeight = pixels(layout.tileHeight(), scale);
		int first = band * rows * layout.columns();
		int end = Math.min(first + rows * layout.columns(), layout.count());
		for (int place = first; place < end; place++) {
			Rectangle tile = layout.tile(place);
			int x = pixels(tile.x, scale);
			int y = pixels(tile.y - top(band), scale);
			int shownWidth = Math.min(tileWidth, pixelWidth - x);
			int shownHeight = Math.min(tileHeight, pixelHeight - y);
			int channel = state.channel(place);
			painter.pixels(channel, pixels, y * pixelWidth + x, pixelWidth, shownWidth, shownHeight);
			if (fadesDead && state.activation().statistics(channel).isDead()) {
				fade(pixels, y * pixelWidth + x, pixelWidth, shownWidth, shownHeight);
			}
		}
		return Pixels.data(pixels, pixelWidth, pixelHeight);
	}

	/** A dead channel, which is of one colour, is told from a weak one by a paler colour. */
	private void fade(int[] pixels, int offset, int stride, int tileWidth, int tileHeight) {
		int pale = 0;
		for (int shift = 16; shift >= 0; shift -= 8) {
			int strong = pixels[offset] >> shift & 0xff;
			int ground = background >> shift & 0xff;
			pale |= (int) Math.round(FADED * ground + (1 - FADED) * strong) << shift;
		}
		for (int y = 0; y < tileHeight; y++) {
			Arrays.fill(pixels, offset + y * stride, offset + y * stride + tileWidth, pale);
		}
	}

	private static int pixels(int points, double scale) {
		return Math.max(1, (int) Math.round(points * scale));
	}

	void dispose() {
		images.values().forEach(Image::dispose);
		images.clear();
	}
}
