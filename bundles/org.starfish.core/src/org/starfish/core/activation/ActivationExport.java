// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.activation;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.starfish.core.ResultFile;
import org.starfish.core.StarfishException;
import org.starfish.core.image.PngWriter;
import org.starfish.core.image.RgbImage;
import org.starfish.core.network.StoredOrder;
import org.starfish.core.npy.NpyWriter;

/** Turns what a layer answered into pictures and files. */
public final class ActivationExport {
	private static final int TILE_SIDE = 448;

	private ActivationExport() {
	}

	/** One channel as a picture, enlarged by a whole factor if it is small. */
	public static RgbImage tile(LayerActivation activation, int channel, Coloring coloring) {
		int factor = Math.max(1, TILE_SIDE / Math.max(activation.height(), activation.width()));
		int width = activation.width() * factor;
		int height = activation.height() * factor;
		int[] argb = new int[width * height];
		new TilePainter(activation, coloring).pixels(channel, argb, 0, width, width, height);
		return RgbImage.of(width, height, argb);
	}

	/** Writes one channel as PNG; see {@link #tile}. */
	public static void writeTile(LayerActivation activation, int channel, Coloring coloring, ResultFile file)
			throws StarfishException {
		file.write(PngWriter.encode(tile(activation, channel, coloring)));
	}

	/**
	 * Writes channels as one PNG; see {@link TileGrid#draw(LayerActivation, Coloring, int[])}.
	 *
	 * @param order which channels, at least one, in which order
	 */
	public static void writeGrid(LayerActivation activation, Coloring coloring, int[] order, ResultFile file)
			throws StarfishException {
		file.write(PngWriter.encode(TileGrid.draw(activation, coloring, order)));
	}

	/** Writes all values as {@code .npy}: float32, with a batch of 1, in the model's own layout. */
	public static void writeTensor(LayerActivation activation, ResultFile file) throws StarfishException {
		int[] dims = activation.shape().dims();
		int[] batch = new int[dims.length + 1];
		batch[0] = 1;
		System.arraycopy(dims, 0, batch, 1, dims.length);
		file.write(NpyWriter.encode(batch, StoredOrder.toFile(activation.values(), activation.shape())));
	}

	/** Writes the channels' numbers as CSV (RFC 4180): a line of names, then a line for each channel. */
	public static void writeTable(LayerActivation activation, ResultFile file) throws StarfishException {
		var table = new StringBuilder("layer,channel,label,minimum,mean,maximum,active,dead,not finite\r\n");
		for (int channel = 0; channel < activation.channels(); channel++) {
			ChannelStatistics numbers = activation.statistics(channel);
			table.append(String.format(Locale.ROOT, "%s,%d,%s,%s,%s,%s,%s,%s,%d\r\n", quoted(activation.layer()),
					channel, quoted(activation.label(channel).orElse("")), numbers.minimum(), numbers.mean(),
					numbers.maximum(), numbers.active(), numbers.isDead(), numbers.notFinite()));
		}
		file.write(table.toString().getBytes(StandardCharsets.UTF_8));
	}

	/** Text that a spreadsheet would take for a formula is made harmless by a leading apostrophe. */
	private static String quoted(String text) {
		String plain = text.matches("[=+\\-@\\t\\r].*") ? "'" + text : text;
		return plain.matches("[^,\"\\r\\n]*") ? plain : '"' + plain.replace("\"", "\"\"") + '"';
	}
}
