// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.screenshots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.starfish.core.image.PngWriter;
import org.starfish.core.image.RgbImage;
import org.starfish.ui.tests.pages.Ui;

/**
 * Takes pictures of the screen: every pixel as a user would see it, at any scale. Reads the memory of a virtual screen,
 * {@code Xvfb -fbdir}, which has the format XWD.
 */
final class Camera {
	/** So many looks in a row that see the same are a picture that stands still. */
	private static final int STILL = 8;
	private static final int HEADER_FIELDS = 25;
	private static final int COLOR_BYTES = 12;
	private static final int PIXEL_BYTES = 4;

	private final Path screen;
	private final int scale;
	private final Path folder;
	private final String suffix;

	/**
	 * @param screen the file with the screen's memory
	 * @param scale pixels of the screen for each of SWT's
	 * @param folder where pictures are written
	 * @param suffix of their names
	 */
	Camera(Path screen, int scale, Path folder, String suffix) {
		this.screen = screen;
		this.scale = scale;
		this.folder = folder;
		this.suffix = suffix;
	}

	/**
	 * Takes a picture of a part of the screen, as soon as nothing moves on the screen any more.
	 *
	 * @param name of the file, without suffix and ending
	 * @param part in SWT's coordinates
	 */
	void take(String name, Rectangle part) {
		try {
			Files.createDirectories(folder);
			Path file = folder.resolve(name + suffix + ".png");
			Files.write(file, PngWriter.encode(crop(still(), part)));
			System.out.println("  " + file.getFileName());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private ByteBuffer still() {
		var last = new byte[][] { {} };
		var same = new int[1];
		Ui.until("the screen to stand still", () -> {
			while (Display.getCurrent().readAndDispatch()) {
				// What is to be painted is painted in here.
			}
			Display.getCurrent().update();
			byte[] now = read();
			same[0] = Arrays.equals(now, last[0]) ? same[0] + 1 : 0;
			last[0] = now;
			return same[0] == STILL;
		});
		return ByteBuffer.wrap(last[0]);
	}

	private byte[] read() {
		try {
			return Files.readAllBytes(screen);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private RgbImage crop(ByteBuffer dump, Rectangle part) {
		int[] header = new int[HEADER_FIELDS];
		dump.order(ByteOrder.BIG_ENDIAN).asIntBuffer().get(header);
		int pixels = header[0] + header[19] * COLOR_BYTES;
		int line = header[12];
		if (header[11] != PIXEL_BYTES * Byte.SIZE || header[7] != 0) {
			throw new IllegalStateException("The screen needs a depth of 24 bits, least significant byte first.");
		}
		int left = Math.max(0, part.x * scale);
		int top = Math.max(0, part.y * scale);
		int width = Math.min(header[4], (part.x + part.width) * scale) - left;
		int height = Math.min(header[5], (part.y + part.height) * scale) - top;
		dump.order(ByteOrder.LITTLE_ENDIAN);
		byte[] rgb = new byte[3 * width * height];
		int at = 0;
		for (int y = top; y < top + height; y++) {
			for (int x = left; x < left + width; x++) {
				int color = dump.getInt(pixels + y * line + x * PIXEL_BYTES);
				rgb[at++] = (byte) (color >> 16);
				rgb[at++] = (byte) (color >> 8);
				rgb[at++] = (byte) color;
			}
		}
		return new RgbImage(width, height, rgb);
	}
}
