// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.importing.keras.LayerConfig.Argument;
import org.starfish.core.importing.keras.LayerConfig.Call;
import org.starfish.core.importing.keras.LayerConfig.Tensor;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * Reads who reads whom: in Keras 1 and 2 {@code [[["conv1", 0, 0, {}]]]}, in Keras 3 calls with arguments that hold
 * {@code {"class_name": "__keras_tensor__", "config": {"keras_history": ["conv1", 0, 0]}}}.
 */
final class TensorParser {
	/** How TensorFlow's Keras marks a constant among the tensors. */
	private static final String CONSTANT = "_CONSTANT_VALUE";

	private TensorParser() {
	}

	/** Whether a layer is a function that was applied to layers rather than a layer. */
	static boolean isOperation(String className, String module) {
		return className.equals("TFOpLambda") || module.startsWith("keras.src.ops") || module.startsWith("keras.ops");
	}

	/** Tensors listed as {@code [["name", 0, 0], ...]}, or just one of them. */
	static List<Tensor> list(Optional<JsonElement> element, String owner) throws StarfishException {
		List<Tensor> tensors = new ArrayList<>();
		if (element.isPresent()) {
			collectOld(element.get(), owner, tensors);
		}
		return tensors;
	}

	/** The calls of a layer. */
	static List<Call> calls(Optional<JsonElement> nodes, boolean operation, String owner) throws StarfishException {
		List<Call> calls = new ArrayList<>();
		if (nodes.isPresent()) {
			if (!nodes.get().isJsonArray()) {
				throw wrong(owner);
			}
			for (JsonElement node : nodes.get().getAsJsonArray()) {
				calls.add(node.isJsonObject() ? call(node.getAsJsonObject(), owner) : oldCall(node, operation, owner));
			}
		}
		return calls;
	}

	private static Call oldCall(JsonElement node, boolean operation, String owner) throws StarfishException {
		List<Tensor> tensors = new ArrayList<>();
		List<Argument> arguments = new ArrayList<>();
		JsonObject named = new JsonObject();
		for (JsonArray entry : oldEntries(node, owner)) {
			if (entry.get(0).getAsString().equals(CONSTANT)) {
				if (entry.size() < 3) {
					throw wrong(owner);
				}
				arguments.add(new Argument(Optional.of(entry.get(2))));
			} else {
				tensors.add(tensor(entry, owner));
				arguments.add(new Argument(Optional.empty()));
			}
			if (operation && entry.size() > 3 && entry.get(3).isJsonObject()) {
				for (Map.Entry<String, JsonElement> field : entry.get(3).getAsJsonObject().entrySet()) {
					if (isOldTensor(field.getValue())) {
						tensors.add(tensor(field.getValue().getAsJsonArray(), owner));
						arguments.add(new Argument(Optional.empty()));
					} else {
						named.add(field.getKey(), field.getValue());
					}
				}
			}
		}
		return new Call(tensors, arguments, named);
	}

	private static List<JsonArray> oldEntries(JsonElement node, String owner) throws StarfishException {
		if (!node.isJsonArray() || node.getAsJsonArray().isEmpty()) {
			throw wrong(owner);
		}
		if (isText(node.getAsJsonArray().get(0))) {
			return List.of(node.getAsJsonArray());
		}
		List<JsonArray> entries = new ArrayList<>();
		for (JsonElement entry : node.getAsJsonArray()) {
			if (!entry.isJsonArray() || entry.getAsJsonArray().isEmpty()
					|| !isText(entry.getAsJsonArray().get(0))) {
				throw wrong(owner);
			}
			entries.add(entry.getAsJsonArray());
		}
		return entries;
	}

	private static Call call(JsonObject node, String owner) throws StarfishException {
		List<Tensor> tensors = new ArrayList<>();
		List<Argument> arguments = new ArrayList<>();
		JsonElement positional = node.get("args");
		if (positional != null && positional.isJsonArray()) {
			for (JsonElement argument : positional.getAsJsonArray()) {
				int before = tensors.size();
				collect(argument, owner, tensors);
				if (tensors.size() == before) {
					arguments.add(new Argument(Optional.of(argument)));
				}
				for (int i = before; i < tensors.size(); i++) {
					arguments.add(new Argument(Optional.empty()));
				}
			}
		}
		JsonObject named = new JsonObject();
		JsonElement keywords = node.get("kwargs");
		if (keywords != null && keywords.isJsonObject()) {
			for (Map.Entry<String, JsonElement> field : keywords.getAsJsonObject().entrySet()) {
				int before = tensors.size();
				collect(field.getValue(), owner, tensors);
				if (tensors.size() == before) {
					named.add(field.getKey(), field.getValue());
				}
				for (int i = before; i < tensors.size(); i++) {
					arguments.add(new Argument(Optional.empty()));
				}
			}
		}
		return new Call(tensors, arguments, named);
	}

	/** Collects the tensors of Keras 3 in an argument, in order. */
	private static void collect(JsonElement element, String owner, List<Tensor> into) throws StarfishException {
		if (element.isJsonArray()) {
			for (JsonElement part : element.getAsJsonArray()) {
				collect(part, owner, into);
			}
		} else if (element.isJsonObject()) {
			JsonObject object = element.getAsJsonObject();
			JsonElement config = object.get("config");
			if (config != null && config.isJsonObject() && config.getAsJsonObject().get("keras_history") != null) {
				JsonElement history = config.getAsJsonObject().get("keras_history");
				if (!isOldTensor(history)) {
					throw wrong(owner);
				}
				into.add(tensor(history.getAsJsonArray(), owner));
			}
		}
	}

	private static void collectOld(JsonElement element, String owner, List<Tensor> into) throws StarfishException {
		if (!element.isJsonArray()) {
			throw wrong(owner);
		}
		if (isOldTensor(element)) {
			into.add(tensor(element.getAsJsonArray(), owner));
		} else {
			for (JsonElement part : element.getAsJsonArray()) {
				collectOld(part, owner, into);
			}
		}
	}

	private static boolean isOldTensor(JsonElement element) {
		return element.isJsonArray() && element.getAsJsonArray().size() >= 3
				&& isText(element.getAsJsonArray().get(0)) && isNumber(element.getAsJsonArray().get(1))
				&& isNumber(element.getAsJsonArray().get(2));
	}

	private static Tensor tensor(JsonArray entry, String owner) throws StarfishException {
		if (!isOldTensor(entry)) {
			throw wrong(owner);
		}
		return new Tensor(entry.get(0).getAsString(), entry.get(1).getAsInt(), entry.get(2).getAsInt());
	}

	private static boolean isText(JsonElement element) {
		return element.isJsonPrimitive() && element.getAsJsonPrimitive().isString();
	}

	private static boolean isNumber(JsonElement element) {
		return element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber();
	}

	private static StarfishException wrong(String owner) {
		return new StarfishException(
				"%s is connected in a way that cannot be read; the file may be damaged, get a fresh copy of it."
						.formatted(owner));
	}
}
