// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.preprocessing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import org.starfish.core.JsonFile;
import org.starfish.core.StarfishException;
import org.starfish.core.image.Fit;

/**
 * The JSON form of a {@link Preprocessing}: the name of a preset, or an object with any of {@code name}, {@code order}
 * ({@code "RGB"}, {@code "BGR"}, {@code "GRAY"}), {@code lower}, {@code upper}, {@code mean}, {@code deviation} (a
 * number or a list of three, in the network's channel order) and {@code fit} ({@code "crop"}, {@code "stretch"}). What
 * is absent is as in {@code raw}.
 */
public final class PreprocessingJson {
	static final int MAX_BYTES = 1 << 20;
	private static final Set<String> KEYS = Set.of("name", "order", "lower", "upper", "mean", "deviation", "fit");

	private PreprocessingJson() {
	}

	/** Writes a preprocessing: its name if it is a preset, else all of it. */
	public static JsonElement write(Preprocessing preprocessing) {
		if (Preprocessing.preset(preprocessing.name()).filter(preprocessing::equals).isPresent()) {
			return new JsonPrimitive(preprocessing.name());
		}
		var object = new JsonObject();
		object.addProperty("name", preprocessing.name());
		object.addProperty("order", preprocessing.order().name());
		object.addProperty("lower", preprocessing.lower());
		object.addProperty("upper", preprocessing.upper());
		object.add("mean", list(preprocessing.mean()));
		object.add("deviation", list(preprocessing.deviation()));
		object.addProperty("fit", preprocessing.fit().name().toLowerCase(Locale.ROOT));
		return object;
	}

	/**
	 * Reads a preprocessing.
	 *
	 * @param source what to call the file in messages
	 * @throws StarfishException if it is none; says what is wrong
	 */
	public static Preprocessing read(JsonElement element, String source) throws StarfishException {
		if (element.isJsonPrimitive() && element.getAsJsonPrimitive().isString()) {
			String name = element.getAsString();
			return Preprocessing.preset(name).orElseThrow(() -> new StarfishException(
					"There is no preprocessing '%s', which %s names; there are: %s.".formatted(abbreviated(name),
							source, String.join(", ", Preprocessing.presets().keySet()))));
		}
		if (!element.isJsonObject()) {
			throw new StarfishException("The preprocessing in %s is neither a name nor an object.".formatted(source));
		}
		JsonObject object = element.getAsJsonObject();
		for (String key : object.keySet()) {
			if (!KEYS.contains(key)) {
				throw new StarfishException("The preprocessing in %s has '%s', which is not known; it may have %s."
						.formatted(source, abbreviated(key), String.join(", ", KEYS.stream().sorted().toList())));
			}
		}
		try {
			return new Preprocessing(object.has("name") ? text(object, "name", source) : "custom",
					choice(object, "order", ColorOrder.RGB, source), number(object, "lower", 0, source),
					number(object, "upper", 255, source), numbers(object, "mean", 0, source),
					numbers(object, "deviation", 1, source), choice(object, "fit", Fit.CROP, source));
		} catch (IllegalArgumentException e) {
			throw new StarfishException(
					"The preprocessing in %s is impossible: %s.".formatted(source, e.getMessage()), e);
		}
	}

	/** Reads a file that holds a preprocessing, alone or within a model's sidecar. */
	static Preprocessing read(Path file) throws StarfishException {
		JsonElement element = JsonFile.read(file, MAX_BYTES);
		if (element.isJsonObject() && element.getAsJsonObject().has("preprocessing")) {
			element = element.getAsJsonObject().get("preprocessing");
		}
		return read(element, file.toString());
	}

	private static JsonArray list(List<Double> numbers) {
		var array = new JsonArray();
		numbers.forEach(array::add);
		return array;
	}

	private static String text(JsonObject object, String key, String source) throws StarfishException {
		JsonElement value = object.get(key);
		if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
			throw wrong(key, "a text", source);
		}
		return value.getAsString();
	}

	private static <T extends Enum<T>> T choice(JsonObject object, String key, T otherwise, String source)
			throws StarfishException {
		if (!object.has(key)) {
			return otherwise;
		}
		String value = text(object, key, source);
		List<String> names = new ArrayList<>();
		for (T candidate : otherwise.getDeclaringClass().getEnumConstants()) {
			if (candidate.name().equalsIgnoreCase(value)) {
				return candidate;
			}
			names.add(candidate.name());
		}
		throw wrong(key, "one of " + String.join(", ", names), source);
	}

	private static double number(JsonObject object, String key, double otherwise, String source)
			throws StarfishException {
		return object.has(key) ? number(object.get(key), key, source) : otherwise;
	}

	private static List<Double> numbers(JsonObject object, String key, double otherwise, String source)
			throws StarfishException {
		JsonElement value = object.get(key);
		if (value == null || !value.isJsonArray()) {
			return List.of(number(object, key, otherwise, source));
		}
		List<Double> numbers = new ArrayList<>();
		for (JsonElement element : value.getAsJsonArray()) {
			if (numbers.size() == 3) {
				throw wrong(key, "a number or a list of three", source);
			}
			numbers.add(number(element, key, source));
		}
		return numbers;
	}

	private static double number(JsonElement value, String key, String source) throws StarfishException {
		if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) {
			double number = value.getAsDouble();
			if (Math.abs(number) <= Float.MAX_VALUE) {
				return number;
			}
		}
		throw wrong(key, "a number or a list of three", source);
	}

	private static StarfishException wrong(String key, String wanted, String source) {
		return new StarfishException("'%s' of the preprocessing in %s must be %s.".formatted(key, source, wanted));
	}

	private static String abbreviated(String text) {
		return text.length() <= 60 ? text : text.substring(0, 60) + "...";
	}
}
