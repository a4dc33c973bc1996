// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.starfish.core.StarfishException;
import org.starfish.core.importing.keras.LayerConfig.Call;
import org.starfish.core.importing.keras.LayerConfig.Tensor;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Turns the configuration of a model, of whatever generation of Keras, into {@link ModelConfig}. */
final class ModelParser {
	private static final Set<String> MODELS = Set.of("Model", "Functional", "Sequential");
	private static final int MOST_LAYERS = 10_000;

	private final Path file;

	ModelParser(Path file) {
		this.file = file;
	}

	/** The whole model. */
	ModelConfig model(JsonObject configuration) throws StarfishException {
		var fields = new Fields(configuration, "The model of " + file.getFileName());
		String className = fields.text("class_name", "");
		if (!MODELS.contains(className)) {
			throw new StarfishException(
					"%s holds a model of class '%s', whose code is not in the file; only Sequential and Functional models can be opened."
							.formatted(file.getFileName(), className));
		}
		return model(className, configuration, "The model of " + file.getFileName());
	}

	private ModelConfig model(String className, JsonObject configuration, String owner) throws StarfishException {
		boolean sequential = className.equals("Sequential");
		JsonElement config = new Fields(configuration, owner).element("config").orElseThrow(() -> incomplete(owner));
		if (config.isJsonArray()) {
			return new ModelConfig("sequential", true, layers(config.getAsJsonArray(), true), List.of(), List.of(),
					new Fields(new JsonObject(), owner));
		}
		JsonObject object = object(config, owner);
		var fields = new Fields(object, owner);
		JsonElement list = fields.element("layers").filter(JsonElement::isJsonArray)
				.orElseThrow(() -> object.has("layers") ? incomplete(owner) : subclassed(owner));
		return new ModelConfig(fields.text("name", "model"), sequential, layers(list.getAsJsonArray(), sequential),
				sequential ? List.of() : TensorParser.list(fields.element("input_layers"), owner),
				sequential ? List.of() : TensorParser.list(fields.element("output_layers"), owner), fields);
	}

	private List<LayerConfig> layers(JsonArray array, boolean sequential) throws StarfishException {
		if (array.size() > MOST_LAYERS) {
			throw new StarfishException("%s lists %d layers, more than any model has; the file is damaged."
					.formatted(file.getFileName(), array.size()));
		}
		List<LayerConfig> layers = new ArrayList<>();
		Set<String> names = new HashSet<>();
		for (JsonElement element : array) {
			LayerConfig layer = layer(object(element, "A layer of " + file.getFileName()), layers.size(), sequential);
			if (!names.add(layer.name())) {
				throw new StarfishException("%s holds two layers named '%s'.".formatted(file.getFileName(), layer.name()));
			}
			layers.add(layer);
		}
		return layers;
	}

	private LayerConfig layer(JsonObject json, int position, boolean sequential) throws StarfishException {
		String subject = "Layer %d of %s".formatted(position, file.getFileName());
		var outer = new Fields(json, subject);
		String className = outer.text("class_name", "");
		if (className.isEmpty()) {
			throw outer.missing("class_name");
		}
		Optional<JsonElement> config = outer.element("config");
		JsonObject own = config.filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject)
				.orElseGet(JsonObject::new);
		String name = outer.text("name", new Fields(own, subject).text("name", ""));
		if (name.isEmpty()) {
			name = VariableGroups.groupName(className) + "_" + position;
		}
		String owner = "Layer '%s' (%s) of %s".formatted(name, className, file.getFileName());
		String registered = outer.text("registered_name", "");
		// Keras 3 writes a registered class of the user as package>Class.
		String module = registered.contains(">") ? registered : outer.text("module", "");
		boolean operation = TensorParser.isOperation(className, module);
		List<Call> calls = sequential ? List.of()
				: TensorParser.calls(outer.element("inbound_nodes"), operation, owner);
		Optional<ModelConfig> model = MODELS.contains(className) ? Optional.of(model(className, json, owner))
				: Optional.empty();
		return new LayerConfig(name, className, module, own, calls, model);
	}

	private static JsonObject object(JsonElement element, String owner) throws StarfishException {
		if (!element.isJsonObject()) {
			throw incomplete(owner);
		}
		return element.getAsJsonObject();
	}

	private static StarfishException incomplete(String owner) {
		return new StarfishException("%s is described incompletely; the file may be damaged, get a fresh copy of it."
				.formatted(owner));
	}

	private static StarfishException subclassed(String owner) {
		return new StarfishException(
				"%s lists no layers, as models made by subclassing do not; rebuild it with the functional API and save that."
						.formatted(owner));
	}
}
