// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.gson.JsonElement;
import com.google.gson.JsonIOException;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/** Reads the JSON files that a user may have written or got from a stranger: strictly, and up to a bound. */
public final class JsonFile {
	private static final Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+)");

	private JsonFile() {
	}

	/**
	 * Reads a file.
	 *
	 * @param maxBytes a larger file is refused
	 * @throws StarfishException if it is missing, unreadable, too large or no JSON
	 */
	public static JsonElement read(Path file, int maxBytes) throws StarfishException {
		return parse(text(file, maxBytes), file.toString());
	}

	/**
	 * Parses one JSON value with nothing behind it.
	 *
	 * @param name what to call the text in messages
	 */
	public static JsonElement parse(String text, String name) throws StarfishException {
		if (text.isBlank()) {
			throw new StarfishException("%s is not valid JSON: it is empty.".formatted(name));
		}
		try (var reader = new JsonReader(new StringReader(text))) {
			reader.setStrictness(Strictness.STRICT);
			JsonElement element = JsonParser.parseReader(reader);
			if (reader.peek() != JsonToken.END_DOCUMENT) {
				throw new StarfishException("%s is not valid JSON: more follows behind its end.".formatted(name));
			}
			return element;
		} catch (JsonIOException | IOException e) {
			throw new StarfishException("%s is not valid JSON%s.".formatted(name, place(e)), e);
		} catch (JsonParseException | IllegalStateException | NumberFormatException | StackOverflowError e) {
			throw new StarfishException("%s is not valid JSON%s.".formatted(name, place(e)), e);
		}
	}

	/**
	 * Reads a file of text in UTF-8.
	 *
	 * @param maxBytes a larger file is refused
	 * @throws StarfishException if it is missing, unreadable, too large or no text
	 */
	public static String text(Path file, int maxBytes) throws StarfishException {
		try {
			if (Files.exists(file) && !Files.isRegularFile(file)) {
				throw new StarfishException("%s is not an ordinary file.".formatted(file));
			}
			if (Files.size(file) > maxBytes) {
				throw new StarfishException("%s is too large: %d bytes, where %d are the most that makes sense."
						.formatted(file, Files.size(file), maxBytes));
			}
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
		} catch (CharacterCodingException e) {
			throw new StarfishException("%s is not a text in UTF-8.".formatted(file), e);
		} catch (NoSuchFileException e) {
			throw new StarfishException("There is no file %s.".formatted(file), e);
		} catch (IOException e) {
			throw new StarfishException("%s cannot be read; check its permissions.".formatted(file), e);
		}
	}

	private static String place(Throwable e) {
		Matcher matcher = PLACE.matcher(String.valueOf(e.getMessage()));
		return matcher.find() ? " at line %s, column %s".formatted(matcher.group(1), matcher.group(2)) : "";
	}
}
