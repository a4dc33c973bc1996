// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.preprocessing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.starfish.core.JsonFile;
import org.starfish.core.RelativePath;
import org.starfish.core.ResultFile;
import org.starfish.core.StarfishException;

/**
 * What a model file does not say about itself, kept in {@code <model file>.starfish} beside it as JSON.
 *
 * @param preprocessing how pixels become its input
 * @param reason why, in the words of whoever stored it
 * @param labels the file with the names of its classes; relative to the model's folder when stored
 */
public record Sidecar(Optional<Preprocessing> preprocessing, Optional<String> reason, Optional<Path> labels) {
	private static final int SCHEMA_VERSION = 1;

	/** A sidecar that gives no reason. */
	public Sidecar(Optional<Preprocessing> preprocessing, Optional<Path> labels) {
		this(preprocessing, Optional.empty(), labels);
	}

	/** Where the sidecar of a model lies, or would. */
	public static Path file(Path model) {
		return model.resolveSibling(model.getFileName() + ".starfish");
	}

	/**
	 * Reads the sidecar of a model.
	 *
	 * @return empty if it has none; labels are resolved against the model's folder
	 * @throws StarfishException if it is damaged, or written by a newer Starfish
	 */
	public static Optional<Sidecar> beside(Path model) throws StarfishException {
		Path file = file(model);
		if (!Files.exists(file)) {
			return Optional.empty();
		}
		JsonElement element = JsonFile.read(file, PreprocessingJson.MAX_BYTES);
		if (!element.isJsonObject()) {
			throw new StarfishException("%s does not describe a model: it holds no JSON object.".formatted(file));
		}
		JsonObject object = element.getAsJsonObject();
		checkVersion(object.get("schemaVersion"), file);
		Optional<Preprocessing> preprocessing = object.has("preprocessing")
				? Optional.of(PreprocessingJson.read(object.get("preprocessing"), file.toString()))
				: Optional.empty();
		return Optional.of(new Sidecar(preprocessing, reason(object.get("reason"), file), labels(object.get("labels"), model, file)));
	}

	/**
	 * Stores this beside a model, replacing an older sidecar.
	 *
	 * @throws StarfishException if the file cannot be written
	 */
	public void store(Path model) throws StarfishException {
		var object = new JsonObject();
		object.addProperty("schemaVersion", SCHEMA_VERSION);
		preprocessing.ifPresent(value -> object.add("preprocessing", PreprocessingJson.write(value)));
		reason.ifPresent(value -> object.addProperty("reason", value));
		labels.ifPresent(value -> object.addProperty("labels",
				RelativePath.of(value.toAbsolutePath(), model.toAbsolutePath().getParent())));
		String json = new GsonBuilder().setPrettyPrinting().create().toJson(object) + "\n";
		ResultFile.at(file(model), true).write(json.getBytes(StandardCharsets.UTF_8));
	}

	private static void checkVersion(JsonElement version, Path file) throws StarfishException {
		boolean isNumber = version != null && version.isJsonPrimitive() && version.getAsJsonPrimitive().isNumber();
		if (!isNumber) {
			throw new StarfishException("%s does not describe a model: it has no schemaVersion.".formatted(file));
		}
		if (version.getAsDouble() > SCHEMA_VERSION) {
			throw new StarfishException("%s was written by a newer Starfish; update this one.".formatted(file));
		}
	}

	private static Optional<String> reason(JsonElement text, Path file) throws StarfishException {
		if (text == null) {
			return Optional.empty();
		}
		if (!text.isJsonPrimitive() || !text.getAsJsonPrimitive().isString()) {
			throw new StarfishException("'reason' of %s must be a text.".formatted(file));
		}
		return Optional.of(text.getAsString());
	}

	private static Optional<Path> labels(JsonElement name, Path model, Path file) throws StarfishException {
		if (name == null) {
			return Optional.empty();
		}
		if (!name.isJsonPrimitive() || !name.getAsJsonPrimitive().isString()) {
			throw new StarfishException("'labels' of %s must be the name of a file.".formatted(file));
		}
		try {
			return Optional.of(model.resolveSibling(name.getAsString()));
		} catch (InvalidPathException e) {
			throw new StarfishException("'labels' of %s is no possible name of a file.".formatted(file), e);
		}
	}
}
