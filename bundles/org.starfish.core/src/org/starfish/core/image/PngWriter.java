// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.starfish.core.StarfishException;

/**
 * Writes pictures as PNG, with texts such as a recipe inside. The same picture and texts give the same bytes, on the
 * same Java.
 */
public final class PngWriter {
	private static final int MAX_KEYWORD = 79;
	private static final List<String> OTHERS = List.of(".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp");

	private PngWriter() {
	}

	/**
	 * Checks the name that a PNG file is to have.
	 *
	 * @throws StarfishException if its ending promises another format
	 */
	public static Path checked(Path file) throws StarfishException {
		String name = file.toString().toLowerCase(Locale.ROOT);
		if (OTHERS.stream().anyMatch(name::endsWith)) {
			throw new StarfishException("%s cannot be written: pictures are written as PNG; name a file that ends in .png."
					.formatted(file));
		}
		return file;
	}

	/** The bytes of a PNG file. */
	public static byte[] encode(RgbImage image) {
		return encode(image, Map.of());
	}

	/**
	 * The bytes of a PNG file with texts, which {@link PngText} reads back.
	 *
	 * @param texts by keyword (1 to 79 Latin letters); stored before the pixels, sorted, as uncompressed iTXt chunks
	 */
	public static byte[] encode(RgbImage image, Map<String, String> texts) {
		byte[] plain = pixels(image);
		var chunks = new PngChunks(plain);
		chunks.next();
		int behindHeader = chunks.end();
		var bytes = new ByteArrayOutputStream();
		bytes.write(plain, 0, behindHeader);
		new TreeMap<>(texts).forEach((keyword, text) -> bytes.writeBytes(textChunk(keyword, text)));
		bytes.write(plain, behindHeader, plain.length - behindHeader);
		return bytes.toByteArray();
	}

	/** The picture as Java's own writers take it. */
	static BufferedImage buffered(RgbImage image) {
		var buffered = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
		int[] row = new int[image.width()];
		for (int y = 0; y < image.height(); y++) {
			for (int x = 0; x < row.length; x++) {
				row[x] = image.pixel(x, y);
			}
			buffered.setRGB(0, y, row.length, 1, row, 0, row.length);
		}
		return buffered;
	}

	private static byte[] pixels(RgbImage image) {
		var bytes = new ByteArrayOutputStream();
		// Not ImageIO.write to a stream, which may put a cache file on the disk.
		try (var stream = new MemoryCacheImageOutputStream(bytes)) {
			if (!ImageIO.write(buffered(image), "png", stream)) {
				throw new IllegalStateException("This Java has no PNG writer");
			}
		} catch (IOException e) {
			throw new UncheckedIOException("in memory", e);
		}
		return bytes.toByteArray();
	}

	/** Keyword, 0, compressed?, compression method, language and 0, translated keyword and 0, text in UTF-8. */
	private static byte[] textChunk(String keyword, String text) {
		byte[] key = keyword.getBytes(StandardCharsets.ISO_8859_1);
		if (key.length < 1 || key.length > MAX_KEYWORD) {
			throw new IllegalArgumentException("keyword of " + key.length + " letters");
		}
		byte[] content = text.getBytes(StandardCharsets.UTF_8);
		int length = key.length + 5 + content.length;
		ByteBuffer chunk = ByteBuffer.allocate(length + PngChunks.FRAME);
		chunk.putInt(length).put("iTXt".getBytes(StandardCharsets.ISO_8859_1));
		chunk.put(key).put(new byte[5]).put(content);
		var crc = new CRC32();
		crc.update(chunk.array(), 4, length + 4);
		chunk.putInt((int) crc.getValue());
		return chunk.array();
	}
}
