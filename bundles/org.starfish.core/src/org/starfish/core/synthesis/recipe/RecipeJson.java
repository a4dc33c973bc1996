// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.recipe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import org.starfish.core.JsonFile;
import org.starfish.core.StarfishException;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.core.preprocessing.PreprocessingJson;
import org.starfish.core.synthesis.recipe.Recipe.Change;
import org.starfish.core.synthesis.recipe.Recipe.EngineChoice;
import org.starfish.core.synthesis.recipe.Recipe.FileReference;
import org.starfish.core.synthesis.recipe.Recipe.Variants;

/**
 * The JSON form of a {@link Recipe}, beside a picture as {@code x.recipe.json} and inside a PNG under {@value #KEYWORD}:
 *
 * <pre>
 * {"schemaVersion": 1, "program": "...", "model": {"path": "...", "sha256": "..."}, "preprocessing": "caffe-bgr",
 *  "unit": "prob:327" or "layer": "..." or "units": [{"unit": "...", "weight": 1, "energy": false}], "label": "starfish",
 *  "preset": "lucid", "parameters": {"steps": 512, ...}, "seed": 0, "start": {"path": "...", "sha256": "..."},
 *  "variants": {"layer": "...", "earlier": [{"path": "...", "sha256": "..."}]},
 *  "changes": [{"step": 100, "parameter": "rate", "value": 0.02}], "engine": {"variant": "onednn-avx2", "threads": 2}}
 * </pre>
 *
 * The file may be hostile. A parameter that it does not name has its default, which changes nothing; the preset is only a name.
 */
public final class RecipeJson {
	/** What a recipe is stored under in a PNG file. */
	public static final String KEYWORD = "starfish-recipe";
	private static final int SCHEMA_VERSION = 1;
	private static final int MAX_BYTES = 16 << 20;
	private static final int MAX_ITEMS = 100_000;
	private static final int MAX_TEXT = 4096;
	private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}|");
	private static final Set<String> KEYS = Set.of("schemaVersion", "program", "model", "preprocessing", "unit", "layer",
			"units", "label", "preset", "parameters", "seed", "start", "variants", "changes", "stoppedAfter", "engine");

	private RecipeJson() {
	}

	/** Writes a recipe, ending with a newline. */
	public static String write(Recipe recipe) {
		var object = new JsonObject();
		object.addProperty("schemaVersion", SCHEMA_VERSION);
		object.addProperty("program", recipe.program());
		object.add("model", reference(recipe.model()));
		object.add("preprocessing", PreprocessingJson.write(recipe.preprocessing()));
		switch (recipe.target()) {
		case Target.OfUnit unit -> object.addProperty("unit", unit.address().toString());
		case Target.OfLayer layer -> object.addProperty("layer", layer.layer());
		case Target.OfUnits units -> object.add("units", units(units));
		}
		recipe.label().ifPresent(label -> object.addProperty("label", label));
		object.addProperty("preset", recipe.preset());
		var parameters = new JsonObject();
		for (Parameter parameter : Parameter.values()) {
			parameters.add(parameter.label(), primitive(recipe.parameters().value(parameter)));
		}
		object.add("parameters", parameters);
		object.addProperty("seed", recipe.seed());
		recipe.start().ifPresent(start -> object.add("start", reference(start)));
		recipe.variants().ifPresent(variants -> object.add("variants", variants(variants)));
		if (!recipe.changes().isEmpty()) {
			var changes = new JsonArray();
			recipe.changes().forEach(change -> changes.add(change(change)));
			object.add("changes", changes);
		}
		recipe.stoppedAfter().ifPresent(steps -> object.addProperty("stoppedAfter", steps));
		var engine = new JsonObject();
		engine.addProperty("variant", recipe.engine().variant());
		engine.addProperty("threads", recipe.engine().threads());
		if (!recipe.engine().kernels().isEmpty()) {
			engine.addProperty("kernels", recipe.engine().kernels());
		}
		object.add("engine", engine);
		return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(object) + '\n';
	}

	/**
	 * Reads a recipe from a file.
	 *
	 * @throws StarfishException if it is missing or no recipe; says what is wrong
	 */
	public static Recipe read(Path file) throws StarfishException {
		return read(JsonFile.text(file, MAX_BYTES), file.toString());
	}

	/**
	 * Reads a recipe.
	 *
	 * @param name what to call the text in messages
	 * @throws StarfishException if it is no recipe; says what is wrong
	 */
	public static Recipe read(String text, String name) throws StarfishException {
		var root = new Fields(JsonFile.parse(text, name), "the recipe", name);
		long version = root.whole("schemaVersion", 0, Integer.MAX_VALUE);
		if (version != SCHEMA_VERSION) {
			throw new StarfishException("%s is a recipe of version %d, of which this program knows only %d; use a newer Starfish."
					.formatted(name, version, SCHEMA_VERSION));
		}
		root.allow(KEYS);
		return new Recipe(reference(root.fields("model")),
				PreprocessingJson.read(root.element("preprocessing"), name), target(root),
				root.has("label") ? Optional.of(root.text("label")) : Optional.empty(), root.text("preset"),
				parameters(root.fields("parameters")), root.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE),
				root.has("start") ? Optional.of(reference(root.fields("start"))) : Optional.empty(),
				root.has("variants") ? Optional.of(variants(root.fields("variants"))) : Optional.empty(), changes(root),
				root.has("stoppedAfter") ? OptionalInt.of((int) root.whole("stoppedAfter", 0, Integer.MAX_VALUE))
						: OptionalInt.empty(),
				engine(root), root.has("program") ? root.text("program") : "");
	}

	private static JsonObject reference(FileReference reference) {
		var object = new JsonObject();
		object.addProperty("path", reference.path());
		object.addProperty("sha256", reference.sha256());
		return object;
	}

	private static FileReference reference(Fields fields) throws StarfishException {
		fields.allow(Set.of("path", "sha256"));
		String sha256 = fields.has("sha256") ? fields.text("sha256") : "";
		if (!SHA256.matcher(sha256).matches()) {
			throw fields.wrong("sha256", "64 hexadecimal digits");
		}
		return new FileReference(fields.text("path"), sha256);
	}

	private static JsonObject variants(Variants variants) {
		var earlier = new JsonArray();
		variants.earlier().forEach(picture -> earlier.add(reference(picture)));
		var object = new JsonObject();
		object.addProperty("layer", variants.layer());
		object.add("earlier", earlier);
		return object;
	}

	private static Variants variants(Fields fields) throws StarfishException {
		fields.allow(Set.of("layer", "earlier"));
		List<FileReference> earlier = new ArrayList<>();
		for (JsonElement element : fields.list("earlier")) {
			earlier.add(reference(fields.item(element, "earlier")));
		}
		if (earlier.isEmpty()) {
			throw fields.wrong("earlier", "a list of at least one picture");
		}
		return new Variants(fields.text("layer"), earlier);
	}

	private static JsonArray units(Target.OfUnits target) {
		var array = new JsonArray();
		for (Target.Weighted unit : target.units()) {
			var object = new JsonObject();
			object.addProperty("unit", unit.address().toString());
			object.addProperty("weight", unit.weight());
			if (unit.energy()) {
				object.addProperty("energy", true);
			}
			array.add(object);
		}
		return array;
	}

	private static Target target(Fields root) throws StarfishException {
		if ((root.has("unit") ? 1 : 0) + (root.has("layer") ? 1 : 0) + (root.has("units") ? 1 : 0) != 1) {
			throw root.wrong("unit", "given, or else 'layer' or 'units', and only one of them");
		}
		if (root.has("unit")) {
			return new Target.OfUnit(root.unit());
		}
		if (root.has("layer")) {
			return new Target.OfLayer(root.text("layer"));
		}
		List<Target.Weighted> units = new ArrayList<>();
		for (JsonElement element : root.list("units")) {
			Fields fields = root.item(element, "units");
			fields.allow(Set.of("unit", "weight", "energy"));
			units.add(new Target.Weighted(fields.unit(), fields.number("weight"),
					fields.has("energy") && fields.flag("energy")));
		}
		if (units.isEmpty()) {
			throw root.wrong("units", "a list of at least one unit");
		}
		return new Target.OfUnits(units);
	}

	private static Parameters parameters(Fields fields) throws StarfishException {
		Parameters parameters = Parameters.NEUTRAL;
		for (String key : fields.keys()) {
			Parameters before = parameters;
			parameters = fields.named(() -> before.withChecked(Parameter.of(key), fields.value(key)));
		}
		return parameters;
	}

	private static JsonObject change(Change change) {
		var object = new JsonObject();
		object.addProperty("step", change.step());
		object.addProperty("parameter", change.parameter().label());
		object.add("value", primitive(change.value()));
		return object;
	}

	private static List<Change> changes(Fields root) throws StarfishException {
		List<Change> changes = new ArrayList<>();
		if (root.has("changes")) {
			for (JsonElement element : root.list("changes")) {
				Fields fields = root.item(element, "changes");
				fields.allow(Set.of("step", "parameter", "value"));
				int step = (int) fields.whole("step", 0, Integer.MAX_VALUE);
				changes.add(fields.named(() -> {
					Parameter parameter = Parameter.of(fields.text("parameter"));
					Change.check(parameter);
					return new Change(step, parameter, parameter.checked(fields.value("value")));
				}));
			}
		}
		return changes;
	}

	private static EngineChoice engine(Fields root) throws StarfishException {
		if (!root.has("engine")) {
			return new EngineChoice("", 0);
		}
		Fields fields = root.fields("engine");
		return new EngineChoice(fields.text("variant"), (int) fields.whole("threads", 0, 1 << 16),
				fields.has("kernels") ? fields.text("kernels") : "");
	}

	private static JsonPrimitive primitive(Object value) {
		return value instanceof Number number ? new JsonPrimitive(number) : new JsonPrimitive((String) value);
	}

	/**
	 * The fields of a JSON object, of which nothing is taken on trust.
	 */
	private static final class Fields {
		private final JsonObject object;
		private final String what;
		private final String source;

		Fields(JsonElement element, String what, String source) throws StarfishException {
			if (!element.isJsonObject()) {
				throw new StarfishException("%s is no recipe: %s is not an object.".formatted(source, what));
			}
			object = element.getAsJsonObject();
			this.what = what;
			this.source = source;
		}

		Set<String> keys() {
			return object.keySet();
		}

		boolean has(String key) {
			return object.has(key);
		}

		void allow(Set<String> keys) throws StarfishException {
			for (String key : object.keySet()) {
				if (!keys.contains(key)) {
					throw new StarfishException("%s has '%s' in %s, which is not known; it may have %s.".formatted(source,
							shortened(key), what, String.join(", ", keys.stream().sorted().toList())));
				}
			}
		}

		JsonElement element(String key) throws StarfishException {
			JsonElement element = object.get(key);
			if (element == null) {
				throw new StarfishException("%s is no complete recipe: %s lacks '%s'.".formatted(source, what, key));
			}
			return element;
		}

		Fields fields(String key) throws StarfishException {
			return new Fields(element(key), "'" + key + "'", source);
		}

		Fields item(JsonElement element, String key) throws StarfishException {
			return new Fields(element, "an item of '" + key + "'", source);
		}

		JsonArray list(String key) throws StarfishException {
			JsonElement element = element(key);
			if (!element.isJsonArray() || element.getAsJsonArray().size() > MAX_ITEMS) {
				throw wrong(key, "a list of at most " + MAX_ITEMS + " items");
			}
			return element.getAsJsonArray();
		}

		String text(String key) throws StarfishException {
			JsonElement element = element(key);
			if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isString()
					|| element.getAsString().length() > MAX_TEXT) {
				throw wrong(key, "a text of at most " + MAX_TEXT + " characters");
			}
			return element.getAsString();
		}

		boolean flag(String key) throws StarfishException {
			JsonElement element = element(key);
			if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isBoolean()) {
				throw wrong(key, "true or false");
			}
			return element.getAsBoolean();
		}

		double number(String key) throws StarfishException {
			if (value(key) instanceof Double number && Double.isFinite(number)) {
				return number;
			}
			throw wrong(key, "a number");
		}

		long whole(String key, long low, long high) throws StarfishException {
			JsonElement element = element(key);
			if (element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber()) {
				String text = element.getAsString();
				// Seeds have more digits than a double can hold.
				if (text.matches("-?\\d{1,19}")) {
					try {
						long number = Long.parseLong(text);
						if (number >= low && number <= high) {
							return number;
						}
					} catch (NumberFormatException e) {
						throw wrong(key, "a whole number that fits in 64 bits");
					}
				}
			}
			throw wrong(key, "a whole number from " + low + " to " + high);
		}

		/** A number as a {@code Double}, or a text. */
		Object value(String key) throws StarfishException {
			JsonElement element = element(key);
			if (element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber()
					&& element.getAsString().length() <= 40) {
				return element.getAsDouble();
			}
			if (element.isJsonPrimitive() && element.getAsJsonPrimitive().isString()) {
				return shortened(element.getAsString());
			}
			throw wrong(key, "a number or a text");
		}

		UnitAddress unit() throws StarfishException {
			String text = text("unit");
			return named(() -> UnitAddress.parse(text));
		}

		/** Reads what does not know the file that it comes from, and names the file if it is refused. */
		<T> T named(Reading<T> reading) throws StarfishException {
			try {
				return reading.read();
			} catch (StarfishException e) {
				String reason = e.getMessage();
				throw reason.contains(source) ? e
						: new StarfishException("%s is no recipe that can be followed: %s".formatted(source, reason), e);
			}
		}

		StarfishException wrong(String key, String wanted) {
			return new StarfishException(
					"'%s' of %s in %s must be %s.".formatted(shortened(key), what, source, wanted));
		}

		private static String shortened(String text) {
			return text.length() <= 60 ? text : text.substring(0, 60) + "...";
		}

		private interface Reading<T> {
			T read() throws StarfishException;
		}
	}
}
