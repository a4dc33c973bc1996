// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.starfish.core.StarfishException;
import org.starfish.core.model.ModelFile;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.Target;

/** The command that draws a picture again, to be pasted into a terminal. */
public final class CommandLine {
	private static final String PLAIN = "[\\p{L}\\p{N}_./:=@%+,-]+";

	private CommandLine() {
	}

	/**
	 * The command.
	 *
	 * @param recipe of the picture
	 * @param picture the picture, or where it will lie
	 * @param model the model file; without meaning if it is the one that comes with Starfish
	 */
	public static String of(Recipe recipe, Path picture, Path model) {
		List<String> words = new ArrayList<>(List.of("./starfish", "synthesize"));
		Path copy = picture.resolveSibling(picture.getFileName().toString().replaceFirst("(?i)\\.png$", "") + ".replay.png");
		if (!saysAll(recipe)) {
			words.addAll(List.of("--recipe", picture.toString(), "--out", copy.toString()));
			return joined(words);
		}
		String named = recipe.model().path().equals(ModelFile.TIDEPOOL) ? ModelFile.TIDEPOOL : model.toString();
		words.addAll(List.of(named, "--unit", ((Target.OfUnit) recipe.target()).address().toString(), "--preset",
				recipe.preset(), "--seed", Long.toString(recipe.seed())));
		Parameters usual = preset(recipe);
		for (Parameter parameter : Parameter.values()) {
			Object value = recipe.parameters().value(parameter);
			if (!value.equals(usual.value(parameter))) {
				words.addAll(List.of("--set", parameter.label() + "=" + value));
			}
		}
		words.addAll(List.of("--out", copy.toString()));
		return joined(words);
	}

	/** Whether the options of the command line can say all that the recipe does. */
	private static boolean saysAll(Recipe recipe) {
		return recipe.target() instanceof Target.OfUnit && recipe.start().isEmpty() && recipe.variants().isEmpty()
				&& recipe.changes().isEmpty()
				&& recipe.stoppedAfter().isEmpty() && Presets.ALL.stream().anyMatch(preset -> preset.name().equals(recipe.preset()));
	}

	private static Parameters preset(Recipe recipe) {
		try {
			return Presets.of(recipe.preset()).parameters();
		} catch (StarfishException e) {
			throw new IllegalStateException("asked for before", e);
		}
	}

	private static String joined(List<String> words) {
		return words.stream().map(word -> word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'")
				.collect(Collectors.joining(" "));
	}
}
