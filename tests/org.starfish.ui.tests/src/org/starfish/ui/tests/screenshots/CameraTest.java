// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.screenshots;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.RgbImage;

class CameraTest {
	private static final int HEADER = 100;
	private static final int COLORS = 2;
	private static final int WIDTH = 6;
	private static final int HEIGHT = 4;
	/** Lines may be longer than what is seen of them. */
	private static final int LINE = 4 * WIDTH + 8;

	@TempDir
	Path folder;
	private Path screen;

	@BeforeEach
	void makeScreen() throws Exception {
		screen = folder.resolve("screen");
		Files.write(screen, dump(32));
	}

	/** A screen whose pixel at column x and row y is of the color 0x0x0y80. */
	private static byte[] dump(int bitsPerPixel) {
		ByteBuffer dump = ByteBuffer.allocate(HEADER + 12 * COLORS + LINE * HEIGHT);
		int[] header = new int[25];
		header[0] = HEADER;
		header[1] = 7;
		header[4] = WIDTH;
		header[5] = HEIGHT;
		header[11] = bitsPerPixel;
		header[12] = LINE;
		header[19] = COLORS;
		dump.asIntBuffer().put(header);
		dump.order(ByteOrder.LITTLE_ENDIAN);
		for (int y = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) {
				dump.putInt(HEADER + 12 * COLORS + y * LINE + 4 * x, x << 16 | y << 8 | 0x80);
			}
		}
		return dump.array();
	}

	@Test
	void aPartOfTheScreenIsTaken() throws Exception {
		new Camera(screen, 1, folder, "-dark").take("part", new Rectangle(2, 1, 3, 2));
		RgbImage taken = ImageReader.read(folder.resolve("part-dark.png"));
		assertEquals(3, taken.width());
		assertEquals(2, taken.height());
		assertArrayEquals(new byte[] { 2, 1, -128, 3, 1, -128, 4, 1, -128, 2, 2, -128, 3, 2, -128, 4, 2, -128 }, taken.rgb());
	}

	@Test
	void aPointIsSeveralPixelsOfALargeScreen() throws Exception {
		new Camera(screen, 2, folder, "").take("scaled", new Rectangle(1, 0, 2, 1));
		RgbImage taken = ImageReader.read(folder.resolve("scaled.png"));
		assertEquals(4, taken.width());
		assertEquals(2, taken.height());
		assertEquals(2, taken.rgb()[0]);
	}

	@Test
	void whatIsBeyondTheScreenIsNotTaken() throws Exception {
		new Camera(screen, 1, folder, "").take("edge", new Rectangle(-3, -3, 100, 100));
		RgbImage taken = ImageReader.read(folder.resolve("edge.png"));
		assertEquals(WIDTH, taken.width());
		assertEquals(HEIGHT, taken.height());
	}

	@Test
	void otherScreensAreRefused() throws Exception {
		Files.write(screen, dump(16));
		var camera = new Camera(screen, 1, folder, "");
		assertThrows(IllegalStateException.class, () -> camera.take("none", new Rectangle(0, 0, 1, 1)));
	}
}
