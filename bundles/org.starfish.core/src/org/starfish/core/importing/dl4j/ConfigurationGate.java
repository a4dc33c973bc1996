// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;

import org.starfish.core.StarfishException;

/**
 * Stands between a configuration and DL4J, whose JSON names the classes that are to be loaded. Every class name must be
 * one of DL4J's own; what concerns training only is taken out; and the text that DL4J gets is written anew, so that
 * both cannot read it in two ways.
 */
final class ConfigurationGate {
	private static final Pattern ALLOWED = Pattern.compile("(org\\.deeplearning4j\\.nn\\.(conf|weights)"
			+ "|org\\.nd4j\\.linalg\\.(activations|lossfunctions|learning|schedule))(\\.[A-Za-z0-9_]+)*(\\$[A-Za-z0-9_]+)?");
	private static final Pattern RUNS_CODE = Pattern.compile(".*(\\.samediff\\.|SameDiff|Lambda).*");
	private static final Pattern CLASS_NAME = Pattern.compile("([a-z_][\\w]*\\.)+[A-Z][\\w$]*.*");
	private static final Pattern CONSTANT = Pattern.compile("[A-Za-z0-9_]*");
	/** Keys whose value is chosen by the author of the network: names of layers. */
	private static final Set<String> FREE = Set.of("layerName", "vertices", "vertexInputs", "networkInputs",
			"networkOutputs", "topologicalOrderStr", "variables");
	private static final Set<String> CLASS_KEYS = Set.of("@class", "type");

	private final Path file;

	ConfigurationGate(Path file) {
		this.file = file;
	}

	/**
	 * Checks a configuration.
	 *
	 * @return the same, fit for DL4J
	 */
	JsonObject pass(String json) throws StarfishException {
		JsonElement root;
		try (var reader = new JsonReader(new StringReader(json))) {
			reader.setStrictness(Strictness.STRICT);
			root = JsonParser.parseReader(reader);
		} catch (JsonParseException | IOException | NumberFormatException e) {
			throw new StarfishException("The configuration of %s is damaged and cannot be read; get a fresh copy of it."
					.formatted(file.getFileName()), e);
		}
		if (!(root instanceof JsonObject object)) {
			throw new StarfishException("The configuration of %s describes no network.".formatted(file.getFileName()));
		}
		check(object, "");
		return object;
	}

	private void check(JsonElement element, String key) throws StarfishException {
		if (element instanceof JsonObject object) {
			if (object.has("dataBuffer") || object.has("dataType") && object.has("data")) {
				array(object);
			}
			for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
				if (!FREE.contains(key)) {
					name(entry.getKey(), "");
				}
				if (entry.getKey().equals("lossFn")) {
					check(entry.getValue(), "lossFn");
					entry.setValue(loss(entry.getValue()));
				} else {
					// The inputs of a vertex are listed under its name.
					boolean listed = key.equals("vertexInputs") && entry.getValue() instanceof JsonArray;
					check(entry.getValue(), listed ? key : entry.getKey());
				}
			}
		} else if (element instanceof JsonArray array) {
			for (JsonElement child : array) {
				check(child, key);
			}
		} else if (element instanceof JsonPrimitive primitive && primitive.isString() && !FREE.contains(key)) {
			name(primitive.getAsString(), key);
		}
	}

	private void name(String text, String key) throws StarfishException {
		boolean suspicious = key.equals("@class") || CLASS_KEYS.contains(key) && !CONSTANT.matcher(text).matches()
				|| CLASS_NAME.matcher(text).matches();
		if (!suspicious) {
			return;
		}
		if (RUNS_CODE.matcher(text).matches() || !ALLOWED.matcher(text).matches()) {
			throw new StarfishException(
					"%s asks for the class '%s', which is none of DL4J's own layers and is therefore not loaded; replace it by a built-in layer."
							.formatted(file.getFileName(), text.length() > 100 ? text.substring(0, 100) + "..." : text));
		}
	}

	/** The loss is for training, and its weights would become an array. Only that there is one matters. */
	private static JsonElement loss(JsonElement loss) {
		if (!(loss instanceof JsonObject object)) {
			return loss;
		}
		var bare = new JsonObject();
		if (object.has("@class")) {
			bare.addProperty("@class", "org.nd4j.linalg.lossfunctions.impl.LossMSE");
		} else {
			bare.add("MSE", new JsonObject());
		}
		return bare;
	}

	/** An array must have the numbers that its shape says. */
	private void array(JsonObject array) throws StarfishException {
		long size = 1;
		boolean fits = array.get("shape") instanceof JsonArray && array.get("data") instanceof JsonArray;
		if (fits) {
			for (JsonElement dim : array.getAsJsonArray("shape")) {
				long length = dim instanceof JsonPrimitive number && number.isNumber() ? number.getAsLong() : -1;
				fits &= length > 0 && length <= Integer.MAX_VALUE;
				size = fits ? Math.min(size * length, Integer.MAX_VALUE) : size;
			}
			fits &= size == array.getAsJsonArray("data").size();
		}
		if (!fits) {
			throw new StarfishException("The configuration of %s holds an array that is damaged; get a fresh copy of it."
					.formatted(file.getFileName()));
		}
	}
}
