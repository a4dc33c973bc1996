// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.starfish.core.StarfishException;

/**
 * Pictures that are shown one after the other, over and over; the last one stays for a while.
 *
 * @param frames at least one, all of the same size
 * @param period milliseconds from one to the next, 20 to 60000
 * @param rest milliseconds for which the last one stays, 20 to 60000
 */
public record Animation(List<RgbImage> frames, int period, int rest) {
	private static final int LEAST = 20;
	private static final int MOST = 60_000;

	public Animation {
		frames = List.copyOf(frames);
		if (!areOfOneSize(frames) || !fits(period) || !fits(rest)) {
			throw new IllegalArgumentException("%d frames, period %d, rest %d".formatted(frames.size(), period, rest));
		}
	}

	private static boolean fits(int time) {
		return time >= LEAST && time <= MOST;
	}

	private static boolean areOfOneSize(List<RgbImage> frames) {
		return !frames.isEmpty() && frames.stream().allMatch(
				frame -> frame.width() == frames.get(0).width() && frame.height() == frames.get(0).height());
	}

	/**
	 * Pictures of several sizes, all brought to the largest one.
	 *
	 * @param pictures at least one
	 */
	public static Animation of(List<RgbImage> pictures, int period, int rest) {
		int width = pictures.stream().mapToInt(RgbImage::width).max().orElse(1);
		int height = pictures.stream().mapToInt(RgbImage::height).max().orElse(1);
		return new Animation(pictures.stream().map(picture -> picture.width() == width && picture.height() == height
				? picture
				: RgbImage.of(Resampler.resize(picture.toFloats(), width, height, Fit.STRETCH))).toList(), period, rest);
	}

	/** How long a frame stays, in milliseconds. */
	int delay(int index) {
		return index == frames.size() - 1 ? rest : period;
	}

	/** Writes one of the formats. */
	@FunctionalInterface
	public interface Writer {
		/** Writes the whole file; the stream stays open. */
		void write(Animation animation, OutputStream stream) throws IOException;
	}

	/**
	 * What writes a file of this name: GIF, of 256 colours a frame, or PNG (APNG), of all colours.
	 *
	 * @throws StarfishException if the ending is that of neither
	 */
	public static Writer writer(Path file) throws StarfishException {
		String name = file.toString().toLowerCase(Locale.ROOT);
		if (name.endsWith(".gif")) {
			return GifWriter::write;
		}
		if (name.endsWith(".png") || name.endsWith(".apng")) {
			return ApngWriter::write;
		}
		throw new StarfishException(
				"%s cannot be written: animations are written as GIF or PNG; name a file that ends in .gif or .png."
						.formatted(file));
	}
}
