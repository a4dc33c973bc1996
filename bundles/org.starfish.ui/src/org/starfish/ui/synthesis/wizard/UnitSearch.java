// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.starfish.core.StarfishException;
import org.starfish.core.model.Model;
import org.starfish.core.network.Labels;
import org.starfish.core.network.Layer;
import org.starfish.core.network.UnitAddress.Position;
import org.starfish.core.network.operation.Input;

/** Finds the classes, layers and channels of a model by what a user types. */
final class UnitSearch {
	private static final Pattern POSITION = Pattern.compile("(.*)@\\s*(\\d{1,6})\\s*,\\s*(\\d{1,6})\\s*");

	private final List<UnitCandidate> classes;
	private final List<UnitCandidate> layers;

	UnitSearch(Model model) throws StarfishException {
		Layer output = model.output();
		Optional<Labels> labels = model.labels().filter(names -> names.size() == output.shape().channels());
		classes = labels.stream().flatMap(names -> IntStream.range(0, names.size()).mapToObj(
				i -> new UnitCandidate(output, i, Optional.empty(), Optional.of(names.get(i))))).toList();
		layers = model.network().layers().stream().filter(layer -> !(layer.operation() instanceof Input))
				.map(UnitCandidate::of).toList();
	}

	/** The class of an output, if the layer has classes. */
	Optional<String> label(Layer layer, int channel) {
		return channel >= 0 && !classes.isEmpty() && classes.get(0).layer().equals(layer)
				? classes.get(channel).label()
				: Optional.empty();
	}

	/** A unit of a layer, with its label. */
	UnitCandidate unit(Layer layer, int channel, Optional<Position> position) {
		return new UnitCandidate(layer, channel, position, label(layer, channel));
	}

	/**
	 * What somebody may mean.
	 *
	 * @param typed words of a label or of a layer's name, in any order; or an address, of which the end may be missing
	 * @return the most likely first; all classes and layers if nothing is typed
	 */
	List<UnitCandidate> find(String typed) {
		String text = typed.strip().toLowerCase(Locale.ROOT);
		if (text.isEmpty()) {
			return Stream.concat(classes.stream(), layers.stream()).toList();
		}
		List<UnitCandidate> found = new ArrayList<>();
		int colon = text.lastIndexOf(':');
		if (colon > 0) {
			found.addAll(units(text.substring(0, colon).strip(), text.substring(colon + 1).strip()));
		}
		String[] words = text.replace('_', ' ').split("\\s+");
		found.addAll(best(classes, words, candidate -> candidate.label().orElseThrow()));
		found.addAll(best(layers, words, candidate -> candidate.layer().name()));
		return found;
	}

	/** Channels of the layers of a name, or else of those whose names begin so. */
	private List<UnitCandidate> units(String layerName, String channel) {
		List<UnitCandidate> exact = layers.stream().filter(candidate -> isCalled(candidate.layer(), layerName)).toList();
		List<UnitCandidate> named = exact.isEmpty()
				? layers.stream().filter(each -> each.layer().name().toLowerCase(Locale.ROOT).startsWith(layerName)).toList()
				: exact;
		return named.stream().flatMap(candidate -> channels(candidate.layer(), channel)).toList();
	}

	private static boolean isCalled(Layer layer, String name) {
		return layer.name().equalsIgnoreCase(name) || layer.aliases().stream().anyMatch(name::equalsIgnoreCase);
	}

	private Stream<UnitCandidate> channels(Layer layer, String typed) {
		Matcher matcher = POSITION.matcher(typed);
		boolean at = matcher.matches();
		String channel = at ? matcher.group(1).strip() : typed;
		Optional<Position> position = at
				? Optional.of(new Position(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3))))
				: Optional.empty();
		if (at && !fits(layer, position.get())) {
			return Stream.empty();
		}
		return IntStream.range(0, layer.shape().channels()).mapToObj(i -> unit(layer, i, position))
				.filter(unit -> at ? Integer.toString(unit.channel()).equals(channel)
						: Integer.toString(unit.channel()).startsWith(channel) || !channel.isEmpty()
								&& unit.label().filter(label -> label.toLowerCase(Locale.ROOT).contains(channel)).isPresent());
	}

	private static boolean fits(Layer layer, Position position) {
		return layer.shape().isSpatial() && position.x() < layer.shape().width() && position.y() < layer.shape().height();
	}

	private interface Naming {
		String name(UnitCandidate candidate);
	}

	private static List<UnitCandidate> best(List<UnitCandidate> candidates, String[] words, Naming naming) {
		record Rated(UnitCandidate candidate, int rating) {
		}
		return candidates.stream().map(candidate -> new Rated(candidate, rating(naming.name(candidate), words)))
				.filter(rated -> rated.rating() > 0).sorted(Comparator.comparingInt(Rated::rating).reversed())
				.map(Rated::candidate).toList();
	}

	/** How well words describe a name: 0 not at all, more for beginnings, most if it is one of its synonyms. */
	private static int rating(String name, String[] words) {
		String lower = name.toLowerCase(Locale.ROOT).replace('_', ' ');
		String all = String.join(" ", words);
		for (String synonym : lower.split(",")) {
			if (synonym.strip().equals(all)) {
				return 4;
			}
		}
		int rating = 3;
		for (String word : words) {
			if (!lower.contains(word)) {
				return 0;
			}
			rating = Math.min(rating, lower.startsWith(word) ? 3 : beginsAWord(lower, word) ? 2 : 1);
		}
		return rating;
	}

	private static boolean beginsAWord(String name, String word) {
		for (int at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
			if (at == 0 || !Character.isLetterOrDigit(name.charAt(at - 1))) {
				return true;
			}
		}
		return false;
	}
}
