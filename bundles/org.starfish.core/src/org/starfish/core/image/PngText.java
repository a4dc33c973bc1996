// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

import org.starfish.core.StarfishException;

/** Reads a text, such as a recipe, that lies in the iTXt chunk of a PNG file. The file may be hostile. */
public final class PngText {
	/** Longer texts are refused, in bytes. */
	static final int MAX_TEXT = 16 << 20;
	private static final long MAX_FILE_BYTES = 1L << 30;

	private PngText() {
	}

	/**
	 * Reads a text.
	 *
	 * @param keyword what the text is stored under
	 * @return empty if the picture carries no such text
	 * @throws StarfishException if the file is missing, no PNG, or the text is damaged or absurdly long
	 */
	public static Optional<String> read(Path file, String keyword) throws StarfishException {
		try {
			if (Files.exists(file) && !Files.isRegularFile(file)) {
				throw new StarfishException("%s is not a file.".formatted(file));
			}
			if (Files.size(file) > MAX_FILE_BYTES) {
				throw new StarfishException("%s is too large for a picture made by Starfish.".formatted(file));
			}
			return read(Files.readAllBytes(file), keyword, file.toString());
		} catch (NoSuchFileException e) {
			throw new StarfishException("There is no file %s.".formatted(file), e);
		} catch (IOException e) {
			throw new StarfishException("%s cannot be read; check its permissions.".formatted(file), e);
		}
	}

	/**
	 * Reads a text from the bytes of a PNG file.
	 *
	 * @param name what to call the file in messages
	 */
	public static Optional<String> read(byte[] file, String keyword, String name) throws StarfishException {
		if (!PngChunks.isPng(file)) {
			throw new StarfishException("%s is not a PNG file.".formatted(name));
		}
		byte[] key = (keyword + '\0').getBytes(StandardCharsets.ISO_8859_1);
		var chunks = new PngChunks(file);
		while (chunks.next()) {
			if (chunks.type().equals("iTXt")) {
				byte[] data = chunks.data();
				if (data.length >= key.length && Arrays.equals(data, 0, key.length, key, 0, key.length)) {
					if (!chunks.isIntact()) {
						throw damaged(keyword, name, null);
					}
					return Optional.of(text(data, key.length, keyword, name));
				}
			}
		}
		return Optional.empty();
	}

	private static String text(byte[] data, int behindKeyword, String keyword, String name) throws StarfishException {
		int language = behindKeyword + 2;
		int translated = behindZero(data, language);
		int start = behindZero(data, translated);
		if (translated < 0 || start < 0 || data[behindKeyword] < 0 || data[behindKeyword] > 1) {
			throw damaged(keyword, name, null);
		}
		try {
			byte[] text = Arrays.copyOfRange(data, start, data.length);
			if (data[behindKeyword] == 1) {
				try (var inflater = new InflaterInputStream(new ByteArrayInputStream(text))) {
					text = inflater.readNBytes(MAX_TEXT + 1);
				}
			}
			if (text.length > MAX_TEXT) {
				throw new StarfishException("The text '%s' in %s is longer than %d MB and is not read."
						.formatted(keyword, name, MAX_TEXT >> 20));
			}
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
		} catch (IOException e) {
			throw damaged(keyword, name, e);
		}
	}

	/** The offset behind the first 0 at or after {@code from}; -1 if there is none. */
	private static int behindZero(byte[] data, int from) {
		for (int i = from; from >= 0 && i < data.length; i++) {
			if (data[i] == 0) {
				return i + 1;
			}
		}
		return -1;
	}

	private static StarfishException damaged(String keyword, String name, Exception cause) {
		return new StarfishException("The text '%s' in %s is damaged.".formatted(keyword, name), cause);
	}
}
