// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;

import org.starfish.core.StarfishException;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;

/** Parses the JSON that Python writes, which unlike JSON knows NaN and Infinity. Nesting is bounded by gson. */
final class ConfigurationText {
	private ConfigurationText() {
	}

	/**
	 * @param file for messages
	 * @throws StarfishException if it is no JSON object
	 */
	static JsonObject parse(String text, Path file) throws StarfishException {
		try (var reader = new JsonReader(new StringReader(text))) {
			reader.setStrictness(Strictness.LENIENT);
			return JsonParser.parseReader(reader).getAsJsonObject();
		} catch (JsonParseException | IllegalStateException | NumberFormatException | IOException
				| StackOverflowError e) {
			throw new StarfishException("%s is damaged: its Keras configuration is no valid JSON; get a fresh copy of it."
					.formatted(file.getFileName()), e);
		}
	}
}
