// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;

/** Prints facts for programs. */
final class Json {
	private static final JsonSerializer<Double> NUMBER = (number, type, context) -> orNull(number, number);
	private static final JsonSerializer<Float> SHORT_NUMBER = (number, type, context) -> orNull(number, number);
	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls()
			.registerTypeAdapter(Double.class, NUMBER).registerTypeAdapter(double.class, NUMBER)
			.registerTypeAdapter(Float.class, SHORT_NUMBER).registerTypeAdapter(float.class, SHORT_NUMBER).create();

	private Json() {
	}

	/** Maps, lists, records and primitives as JSON text; {@code null} for what is not finite, which JSON has no word for. */
	static String text(Object facts) {
		return GSON.toJson(facts);
	}

	private static JsonElement orNull(Number number, double value) {
		return Double.isFinite(value) ? new JsonPrimitive(number) : JsonNull.INSTANCE;
	}
}
