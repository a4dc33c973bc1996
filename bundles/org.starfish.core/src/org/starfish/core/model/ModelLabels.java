// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Labels;
import org.starfish.core.preprocessing.Sidecar;

/** Finds the labels that lie beside a model. */
final class ModelLabels {
	private static final List<String> USUAL_NAMES = List.of("labels.txt", "synset_words.txt", "synset.txt",
			"imagenet_class_index.json", "class_index.json", "class_names.txt", "classes.txt", "labels.json");

	private ModelLabels() {
	}

	/**
	 * Looks for labels beside a model: the file its {@link Sidecar} names, else {@code <model>.labels}, else one of the
	 * usual names ({@code labels.txt}, {@code synset_words.txt}, {@code imagenet_class_index.json}, ...). Except for
	 * the first, a file counts only if it holds as many labels as the network has outputs.
	 *
	 * @param width the number of outputs
	 * @throws StarfishException if the sidecar is damaged, or names labels that are missing or of another number
	 */
	static Optional<Labels> beside(Path model, int width) throws StarfishException {
		Optional<Path> named = Sidecar.beside(model).flatMap(Sidecar::labels);
		if (named.isPresent()) {
			Labels labels = Labels.read(named.get());
			if (labels.size() != width) {
				throw new StarfishException("%s holds %d labels, but %s has %d outputs.".formatted(named.get(),
						labels.size(), model.getFileName(), width));
			}
			return Optional.of(labels);
		}
		List<String> candidates = new ArrayList<>();
		String name = model.getFileName().toString();
		for (String stem : List.of(name, name.replaceFirst("\\.[^.]*$", ""))) {
			candidates.add(stem + ".labels");
			candidates.add(stem + ".labels.txt");
			candidates.add(stem + "_labels.txt");
		}
		candidates.addAll(USUAL_NAMES);
		for (String candidate : candidates) {
			Path file = model.resolveSibling(candidate);
			if (Files.isRegularFile(file)) {
				Optional<Labels> labels = readIfPossible(file).filter(found -> found.size() == width);
				if (labels.isPresent()) {
					return labels;
				}
			}
		}
		return Optional.empty();
	}

	private static Optional<Labels> readIfPossible(Path file) {
		try {
			return Optional.of(Labels.read(file));
		} catch (StarfishException e) {
			// A file that merely happens to lie there need not hold labels.
			return Optional.empty();
		}
	}
}
