// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.starfish.core.JsonFile;
import org.starfish.core.StarfishException;

/**
 * The names of a network's classes, in the order of its output. A label may hold synonyms, parted by commas, as in
 * {@code starfish, sea star}.
 */
public final class Labels {
	private static final int MAX_BYTES = 16 << 20;
	private static final int MAX_LABELS = 1_000_000;
	private static final int SHOWN = 6;
	private static final Pattern SYNSET = Pattern.compile("(n\\d{8})\\s+(.+)");

	private final List<String> texts;
	/** For each label, everything it answers to: itself, its synonyms, its synset. */
	private final List<List<String>> names;

	private Labels(List<String> lines) {
		List<String> texts = new ArrayList<>();
		List<List<String>> names = new ArrayList<>();
		for (String line : lines) {
			String text = line.strip();
			List<String> answersTo = new ArrayList<>();
			Matcher synset = SYNSET.matcher(text);
			if (synset.matches()) {
				text = synset.group(2).strip();
				answersTo.add(synset.group(1));
			}
			texts.add(text);
			answersTo.add(normalized(text));
			Arrays.stream(text.split(",")).map(Labels::normalized).forEach(answersTo::add);
			names.add(answersTo.stream().filter(name -> !name.isEmpty()).distinct().toList());
		}
		this.texts = List.copyOf(texts);
		this.names = List.copyOf(names);
	}

	/** Labels, one for each class; each may be a synset line ({@code n02317335 starfish, sea star}). */
	public static Labels of(List<String> lines) {
		return new Labels(lines);
	}

	/**
	 * Reads labels: text with one a line, maybe with synset numbers, or JSON: a list, an object from label to index, or
	 * from index to label as Keras has it ({@code {"0": ["n01440764", "tench"], ...}}).
	 *
	 * @throws StarfishException if the file is missing or holds no labels
	 */
	public static Labels read(Path file) throws StarfishException {
		String text = JsonFile.text(file, MAX_BYTES);
		if (text.startsWith("\ufeff")) {
			text = text.substring(1);
		}
		String start = text.stripLeading();
		if (start.startsWith("{") || start.startsWith("[")) {
			return new Labels(fromJson(JsonFile.parse(text, file.toString()), file));
		}
		if (text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
			throw new StarfishException("%s holds no labels: it is not a text file.".formatted(file));
		}
		List<String> lines = text.stripTrailing().lines().toList();
		if (text.isBlank() || lines.size() > MAX_LABELS) {
			throw new StarfishException("%s holds %s labels.".formatted(file, text.isBlank() ? "no" : "too many"));
		}
		return new Labels(lines);
	}

	/** The number of classes. */
	public int size() {
		return texts.size();
	}

	/** A label with all its synonyms, as in {@code starfish, sea star}. */
	public String get(int index) {
		return texts.get(index);
	}

	/** The first synonym of a label, as in {@code starfish}. */
	public String name(int index) {
		return texts.get(index).split(",", 2)[0].strip();
	}

	/**
	 * Finds a class by its label, any one of its synonyms or its synset, whatever the case; an underscore is as good as
	 * a space.
	 *
	 * @return its index
	 * @throws StarfishException if there is none or more than one; lists candidates with their indices
	 */
	public int indexOf(String label) throws StarfishException {
		String wanted = normalized(label);
		int[] found = IntStream.range(0, names.size()).filter(i -> names.get(i).contains(wanted)).toArray();
		if (found.length == 1) {
			return found[0];
		}
		if (found.length > 1) {
			throw new StarfishException("More than one class is called '%s': %s; use the index of the one you mean."
					.formatted(label, listed(found)));
		}
		throw new StarfishException("No class is called '%s'; similar ones are: %s.".formatted(abbreviated(label),
				listed(nearest(abbreviated(wanted)))));
	}

	private String listed(int[] indices) {
		String list = Arrays.stream(indices).limit(SHOWN).mapToObj(i -> texts.get(i) + " (" + i + ")")
				.collect(Collectors.joining("; "));
		return indices.length > SHOWN ? list + "; and " + (indices.length - SHOWN) + " more" : list;
	}

	private int[] nearest(String wanted) {
		int[] distances = names.stream().mapToInt(synonyms -> synonyms.stream().mapToInt(name -> distance(wanted, name))
				.min().orElse(Integer.MAX_VALUE)).toArray();
		return IntStream.range(0, names.size()).boxed().sorted(Comparator.comparingInt(i -> distances[i]))
				.limit(SHOWN).mapToInt(i -> i).toArray();
	}

	private static int distance(String wanted, String name) {
		if (name.length() > 4 * wanted.length() + 40) {
			return Integer.MAX_VALUE - 1;
		}
		// Someone who types a word of a longer name means it more likely than a word of the same length.
		boolean holds = wanted.length() > 2 && name.contains(wanted);
		return holds ? 1 : NearestNames.distance(wanted, name);
	}

	private static List<String> fromJson(JsonElement element, Path file) throws StarfishException {
		if (element.isJsonArray()) {
			List<String> lines = new ArrayList<>();
			for (JsonElement label : element.getAsJsonArray()) {
				lines.add(line(label, file));
			}
			return checked(lines, file);
		}
		if (!element.isJsonObject()) {
			throw noLabels(file);
		}
		JsonObject object = element.getAsJsonObject();
		String[] lines = new String[object.size()];
		if (lines.length > MAX_LABELS) {
			throw noLabels(file);
		}
		for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
			boolean fromLabel = entry.getValue().isJsonPrimitive() && entry.getValue().getAsJsonPrimitive().isNumber();
			String index = fromLabel ? entry.getValue().getAsString() : entry.getKey();
			int i = index.matches("\\d{1,7}") ? Integer.parseInt(index) : -1;
			if (i < 0 || i >= lines.length || lines[i] != null) {
				throw new StarfishException("The labels in %s are not numbered from 0 to %d.".formatted(file,
						lines.length - 1));
			}
			lines[i] = fromLabel ? entry.getKey() : line(entry.getValue(), file);
		}
		return checked(Arrays.asList(lines), file);
	}

	private static String line(JsonElement label, Path file) throws StarfishException {
		if (label.isJsonPrimitive()) {
			return label.getAsString();
		}
		if (!label.isJsonArray() || label.getAsJsonArray().isEmpty()) {
			throw noLabels(file);
		}
		StringBuilder line = new StringBuilder();
		for (JsonElement part : label.getAsJsonArray()) {
			if (!part.isJsonPrimitive()) {
				throw noLabels(file);
			}
			line.append(line.isEmpty() ? "" : " ").append(part.getAsString());
		}
		return line.toString();
	}

	private static List<String> checked(List<String> lines, Path file) throws StarfishException {
		if (lines.isEmpty() || lines.size() > MAX_LABELS) {
			throw noLabels(file);
		}
		return lines;
	}

	private static StarfishException noLabels(Path file) {
		return new StarfishException(
				"%s holds no labels: neither a list nor numbered names such as {\"0\": \"tench\"}.".formatted(file));
	}

	private static String normalized(String label) {
		return label.toLowerCase(Locale.ROOT).replace('_', ' ').strip().replaceAll("\\s+", " ");
	}

	private static String abbreviated(String text) {
		return text.length() <= 60 ? text : text.substring(0, 60) + "...";
	}
}
