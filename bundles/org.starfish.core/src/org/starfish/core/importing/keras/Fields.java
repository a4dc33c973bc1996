// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.starfish.core.StarfishException;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * Typed access to the fields of a configuration. A field that is null counts as absent. Fields that Keras renamed are
 * asked for by their present name, and older names are tried after it.
 */
final class Fields {
	/** So large that no network has it, and so small that products of two do not overflow. */
	private static final int LARGEST_SIZE = 1 << 15;

	private final JsonObject json;
	private final String owner;

	/**
	 * @param owner whose fields they are, as a sentence's subject: {@code Layer 'conv1' (Conv2D) of x.h5}
	 */
	Fields(JsonObject json, String owner) {
		this.json = json;
		this.owner = owner;
	}

	/** The first of these fields that is there. */
	Optional<JsonElement> element(String... names) {
		return Arrays.stream(names).map(json::get).filter(element -> element != null && !element.isJsonNull())
				.findFirst();
	}

	boolean has(String... names) {
		return element(names).isPresent();
	}

	String text(String name, String fallback) throws StarfishException {
		Optional<JsonElement> element = element(name);
		return element.isEmpty() ? fallback
				: primitive(element.get(), name, "a text").filter(JsonPrimitive::isString)
						.orElseThrow(() -> wrong(name, "a text")).getAsString();
	}

	boolean flag(boolean fallback, String... names) throws StarfishException {
		Optional<JsonElement> element = element(names);
		return element.isEmpty() ? fallback
				: primitive(element.get(), names[0], "true or false").filter(JsonPrimitive::isBoolean)
						.orElseThrow(() -> wrong(names[0], "true or false")).getAsBoolean();
	}

	double number(double fallback, String... names) throws StarfishException {
		Optional<JsonElement> element = element(names);
		return element.isEmpty() ? fallback : number(element.get(), names[0]);
	}

	/** A number that must be there. */
	double number(String... names) throws StarfishException {
		return number(element(names).orElseThrow(() -> missing(names[0])), names[0]);
	}

	int integer(int fallback, String... names) throws StarfishException {
		Optional<JsonElement> element = element(names);
		return element.isEmpty() ? fallback : integer(element.get(), names[0]);
	}

	/** An integer that must be there. */
	int integer(String... names) throws StarfishException {
		return integer(element(names).orElseThrow(() -> missing(names[0])), names[0]);
	}

	/** One size an axis, each at least 1, written as a list or, where all are the same, as one number. */
	int[] sizes(int axes, int[] fallback, String... names) throws StarfishException {
		Optional<JsonElement> element = element(names);
		if (element.isEmpty()) {
			return fallback;
		}
		int[] sizes = integers(element.get(), names[0]);
		if (sizes.length == 1 && axes > 1) {
			sizes = new int[axes];
			Arrays.fill(sizes, integers(element.get(), names[0])[0]);
		}
		if (sizes.length != axes || Arrays.stream(sizes).anyMatch(size -> size < 1 || size > LARGEST_SIZE)) {
			throw wrong(names[0], axes == 1 ? "a positive number" : axes + " positive numbers");
		}
		return sizes;
	}

	/** One size an axis, each at least 1, that must be there. */
	int[] sizes(int axes, String... names) throws StarfishException {
		if (!has(names)) {
			throw missing(names[0]);
		}
		return sizes(axes, new int[0], names);
	}

	/** Integers, one or a list. */
	int[] integers(JsonElement element, String name) throws StarfishException {
		if (!element.isJsonArray()) {
			return new int[] { integer(element, name) };
		}
		JsonArray array = element.getAsJsonArray();
		int[] integers = new int[array.size()];
		for (int i = 0; i < integers.length; i++) {
			integers[i] = integer(array.get(i), name);
		}
		return integers;
	}

	/** Numbers, one or a list, of whatever nesting. */
	float[] numbers(JsonElement element, String name) throws StarfishException {
		List<Float> numbers = new ArrayList<>();
		collect(element, name, numbers);
		float[] result = new float[numbers.size()];
		for (int i = 0; i < result.length; i++) {
			result[i] = numbers.get(i);
		}
		return result;
	}

	/** A field of another kind than it should be. */
	StarfishException wrong(String name, String expected) {
		return new StarfishException("%s has a '%s' that is not %s; the file may be damaged, get a fresh copy of it."
				.formatted(owner, name, expected));
	}

	/** A field that is not there. */
	StarfishException missing(String name) {
		return new StarfishException("%s has no '%s' in its configuration; save the model again.".formatted(owner, name));
	}

	private void collect(JsonElement element, String name, List<Float> into) throws StarfishException {
		if (element.isJsonArray()) {
			for (JsonElement part : element.getAsJsonArray()) {
				collect(part, name, into);
			}
		} else {
			into.add((float) number(element, name));
		}
	}

	private double number(JsonElement element, String name) throws StarfishException {
		try {
			return primitive(element, name, "a number").filter(primitive -> !primitive.isBoolean())
					.orElseThrow(() -> wrong(name, "a number")).getAsDouble();
		} catch (NumberFormatException e) {
			throw wrong(name, "a number");
		}
	}

	private int integer(JsonElement element, String name) throws StarfishException {
		double number = number(element, name);
		if (number != (int) number) {
			throw wrong(name, "a whole number");
		}
		return (int) number;
	}

	private Optional<JsonPrimitive> primitive(JsonElement element, String name, String expected)
			throws StarfishException {
		if (!element.isJsonPrimitive()) {
			throw wrong(name, expected);
		}
		return Optional.of(element.getAsJsonPrimitive());
	}
}
