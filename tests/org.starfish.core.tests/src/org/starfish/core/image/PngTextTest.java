// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.starfish.core.StarfishException;

class PngTextTest {
	private static final String KEY = "starfish-recipe";
	private static final RgbImage PICTURE = TestPictures.gradient(20, 10);

	@TempDir
	private Path folder;

	@Test
	void aTextComesBackAndThePictureStaysTheSame() throws Exception {
		String recipe = "{\"unit\": \"prob:\u00e9toile de mer \ud83c\udf1f\"}\n";
		byte[] png = PngWriter.encode(PICTURE, Map.of(KEY, recipe, "other", "x"));
		assertEquals(Optional.of(recipe), PngText.read(png, KEY, "a.png"));
		assertEquals(Optional.of("x"), PngText.read(png, "other", "a.png"));
		assertEquals(Optional.empty(), PngText.read(png, "starfish", "a.png"));
		assertEquals(PICTURE, ImageReader.read(new ByteArrayInputStream(png), "a.png"));
		assertEquals(Optional.of(recipe), PngText.read(Files.write(folder.resolve("a.png"), png), KEY));
	}

	@Test
	void theSamePictureGivesTheSameBytes() {
		Map<String, String> texts = Map.of("b", "2", "a", "1", "c", "3");
		assertArrayEquals(PngWriter.encode(PICTURE, texts), PngWriter.encode(PICTURE, Map.copyOf(texts)));
	}

	@Test
	void aTextThatAnotherProgramCompressedIsRead() throws Exception {
		byte[] png = TestPictures.withChunk(PngWriter.encode(PICTURE), "iTXt", compressed("grown".getBytes()));
		assertEquals(Optional.of("grown"), PngText.read(png, KEY, "a.png"));
	}

	@Test
	void aCompressedBombIsRefused() throws Exception {
		byte[] png = TestPictures.withChunk(PngWriter.encode(PICTURE), "iTXt",
				compressed(new byte[PngText.MAX_TEXT + 1]));
		assertTrue(png.length < 100_000);
		assertTrue(assertThrows(StarfishException.class, () -> PngText.read(png, KEY, "a.png")).getMessage()
				.contains("longer than"));
	}

	@Test
	void aDamagedTextIsRefused() {
		byte[] png = PngWriter.encode(PICTURE, Map.of(KEY, "{\"seed\": 12345}"));
		int at = new String(png, StandardCharsets.ISO_8859_1).indexOf("12345");
		png[at] = '9';
		assertThrows(StarfishException.class, () -> PngText.read(png, KEY, "a.png"));
		byte[] noUtf8 = TestPictures.withChunk(PngWriter.encode(PICTURE), "iTXt",
				(KEY + "\0\0\0\0\0\u00ff\u00fe").getBytes(StandardCharsets.ISO_8859_1));
		assertThrows(StarfishException.class, () -> PngText.read(noUtf8, KEY, "a.png"));
		byte[] cut = TestPictures.withChunk(PngWriter.encode(PICTURE), "iTXt", (KEY + "\0\0").getBytes());
		assertThrows(StarfishException.class, () -> PngText.read(cut, KEY, "a.png"));
	}

	@Test
	void hostileFilesNeverDoMoreThanFail() {
		byte[] png = PngWriter.encode(PICTURE, Map.of(KEY, "{\"seed\": 12345}"));
		var random = new Random(2);
		for (int round = 0; round < 500; round++) {
			byte[] damaged = Arrays.copyOf(png, round % 2 == 0 ? png.length : random.nextInt(png.length));
			for (int flips = 0; flips < 4 && damaged.length > 0; flips++) {
				damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
			}
			try {
				PngText.read(damaged, KEY, "a.png");
			} catch (StarfishException e) {
				assertTrue(e.getMessage().endsWith("."), e.getMessage());
			}
		}
	}

	@Test
	void whatIsNoPngIsRefused() {
		assertThrows(StarfishException.class, () -> PngText.read(new byte[3], KEY, "a.png"));
		assertThrows(StarfishException.class, () -> PngText.read(folder, KEY));
		assertThrows(StarfishException.class, () -> PngText.read(folder.resolve("none.png"), KEY));
	}

	private static byte[] compressed(byte[] text) throws IOException {
		var data = new ByteArrayOutputStream();
		data.writeBytes((KEY + "\0\1\0\0\0").getBytes(StandardCharsets.ISO_8859_1));
		try (var deflater = new DeflaterOutputStream(data)) {
			deflater.write(text);
		}
		return data.toByteArray();
	}
}
