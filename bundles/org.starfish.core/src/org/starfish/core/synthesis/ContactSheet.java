// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.starfish.core.JsonFile;
import org.starfish.core.ResultFile;
import org.starfish.core.StarfishException;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * Pictures that belong together, as the channels of a layer, with what became of each. On disk as {@code x.sheet.json} beside them:
 *
 * <pre>
 * {"schemaVersion": 1, "pictures": [{"picture": "conv3-0.png", "label": "conv3:0", "score": 12.5, "rank": 1},
 *  {"picture": "conv3-1.png", "label": "conv3:1", "score": 3.2, "rank": 4, "stopped": true},
 *  {"picture": "conv3-2.png", "label": "conv3:2", "failed": "..."}, {"picture": "conv3-3.png", "label": "conv3:3"}]}
 * </pre>
 *
 * The file may be hostile. Immutable.
 *
 * @param entries in the order in which they are drawn
 */
public record ContactSheet(List<Entry> entries) {
	/** How the names of sheets end. */
	public static final String SUFFIX = ".sheet.json";
	private static final int SCHEMA_VERSION = 1;
	private static final int MAX_BYTES = 16 << 20;
	private static final int MAX_TEXT = 4096;

	/**
	 * A picture.
	 *
	 * @param picture its path from the sheet's folder, with slashes
	 * @param label what it shows
	 * @param result what was reached; empty as long as it is not drawn
	 * @param trouble why there is no picture, in one sentence, if there will be none
	 */
	public record Entry(String picture, String label, Optional<Result> result, Optional<String> trouble) {
		/** A picture that is not drawn yet. */
		public Entry(String picture, String label) {
			this(picture, label, Optional.empty(), Optional.empty());
		}
	}

	/**
	 * What a picture has reached.
	 *
	 * @param score the objective's value at the last step
	 * @param rank of the unit in its layer, 1 for the first; 0 where there is nothing to compare with
	 * @param stopped whether it was stopped before its end
	 */
	public record Result(double score, int rank, boolean stopped) {
		/** What a synthesis has led to. */
		public static Result of(Synthesis synthesis) {
			return new Result(synthesis.score(), synthesis.rank(), synthesis.cancelled());
		}
	}

	public ContactSheet {
		entries = List.copyOf(entries);
	}

	/** This sheet with the result of a picture. */
	public ContactSheet with(String picture, Result result) {
		return changed(picture, entry -> new Entry(picture, entry.label(), Optional.of(result), Optional.empty()));
	}

	/** This sheet with the reason why there is no such picture. */
	public ContactSheet with(String picture, String trouble) {
		return changed(picture, entry -> new Entry(picture, entry.label(), Optional.empty(), Optional.of(trouble)));
	}

	private ContactSheet changed(String picture, UnaryOperator<Entry> change) {
		return new ContactSheet(
				entries.stream().map(entry -> entry.picture().equals(picture) ? change.apply(entry) : entry).toList());
	}

	/** This sheet without some pictures. */
	public ContactSheet without(Collection<String> pictures) {
		return new ContactSheet(entries.stream().filter(entry -> !pictures.contains(entry.picture())).toList());
	}

	/** The entry of a picture. */
	public Optional<Entry> entry(String picture) {
		return entries.stream().filter(entry -> entry.picture().equals(picture)).findFirst();
	}

	/**
	 * Writes the sheet, or puts it in the place of an earlier one.
	 *
	 * @throws StarfishException if it cannot be written; an earlier one is still there then
	 */
	public void write(Path file) throws StarfishException {
		var pictures = new JsonArray();
		for (Entry entry : entries) {
			var object = new JsonObject();
			object.addProperty("picture", entry.picture());
			object.addProperty("label", entry.label());
			entry.result().ifPresent(result -> {
				// JSON has no other numbers.
				if (Double.isFinite(result.score())) {
					object.addProperty("score", result.score());
				}
				object.addProperty("rank", result.rank());
				if (result.stopped()) {
					object.addProperty("stopped", true);
				}
			});
			entry.trouble().ifPresent(sentence -> object.addProperty("failed", sentence));
			pictures.add(object);
		}
		var root = new JsonObject();
		root.addProperty("schemaVersion", SCHEMA_VERSION);
		root.add("pictures", pictures);
		String json = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(root) + '\n';
		ResultFile.at(file, true).write(json.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Reads a sheet.
	 *
	 * @throws StarfishException if it is missing or no sheet; says what is wrong
	 */
	public static ContactSheet read(Path file) throws StarfishException {
		try {
			JsonObject root = JsonFile.read(file, MAX_BYTES).getAsJsonObject();
			if (root.get("schemaVersion").getAsInt() != SCHEMA_VERSION) {
				throw new StarfishException("%s is of another version; use a newer Starfish.".formatted(file));
			}
			List<Entry> entries = new ArrayList<>();
			for (JsonElement element : root.getAsJsonArray("pictures")) {
				entries.add(entry(element.getAsJsonObject()));
			}
			return new ContactSheet(entries);
		} catch (IllegalStateException | UnsupportedOperationException | NumberFormatException | ClassCastException
				| NullPointerException e) {
			throw new StarfishException(
					"%s is no contact sheet: it must list pictures with their labels.".formatted(file.getFileName()), e);
		}
	}

	private static Entry entry(JsonObject object) {
		Optional<Result> result = object.has("rank")
				? Optional.of(new Result(object.has("score") ? object.get("score").getAsDouble() : Double.NaN,
						object.get("rank").getAsInt(), object.has("stopped") && object.get("stopped").getAsBoolean()))
				: Optional.empty();
		Optional<String> trouble = object.has("failed") ? Optional.of(text(object, "failed")) : Optional.empty();
		return new Entry(text(object, "picture"), text(object, "label"), result, trouble);
	}

	private static String text(JsonObject object, String key) {
		String text = object.get(key).getAsString();
		if (text.isEmpty() || text.length() > MAX_TEXT) {
			throw new IllegalStateException("a text of " + text.length() + " characters");
		}
		return text;
	}
}
