// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.starfish.core.StarfishException;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Preset;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.RecipeFile;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a picture is synthesized and where it goes: the part that all commands share that draw one. */
final class SynthesisOptions {
	@Option(names = "--preset", paramLabel = "PRESET", description = "The method: starfish, paper-2017, lucid, deepdream, ...; the command presets lists them.")
	private String preset;

	@Option(names = "--set", paramLabel = "NAME=VALUE", description = "Changes one parameter of the preset; may be given several times.")
	private List<String> settings = List.of();

	@Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Of everything random; default ${DEFAULT-VALUE}.")
	private long seed;

	@Option(names = "--steps", paramLabel = "N", description = "Steps in each octave; the same as --set steps=N.")
	private Integer steps;

	@Option(names = "--size", paramLabel = "PX", description = "Height of the picture; the same as --set size=PX.")
	private Integer size;

	@Option(names = "--out", required = true, paramLabel = "PNG", description = "Where to write the picture. Its recipe goes into it, and beside it as .recipe.json.")
	private Path picture;

	@Option(names = "--json", description = "Print the result as JSON.")
	private boolean json;

	@Mixin
	private OutputOption output;

	long seed() {
		return seed;
	}

	boolean json() {
		return json;
	}

	/** Where the results go; checked already. */
	RecipeFile files() throws StarfishException {
		return RecipeFile.at(picture, output.force());
	}

	/**
	 * Where one of several results goes; checked already.
	 *
	 * @param suffix of its name, as {@code -2}
	 */
	RecipeFile files(String suffix) throws StarfishException {
		String name = picture.getFileName() == null ? "" : picture.getFileName().toString();
		return RecipeFile.at(picture.resolveSibling(name.replaceFirst("(\\.[^.]*)?$", suffix + "$1")), output.force());
	}

	/** The preset asked for, or else the command's own. */
	Preset preset(Preset otherwise) throws StarfishException {
		return preset == null ? otherwise : Presets.of(preset);
	}

	/**
	 * The preset's parameters with what was changed of them.
	 *
	 * @param defaultSize the picture's height if nobody says; the preset's if empty
	 */
	Parameters parameters(Preset chosen, OptionalInt defaultSize) throws StarfishException {
		Parameters parameters = chosen.parameters();
		Optional<Integer> height = Optional.ofNullable(size).or(() -> defaultSize.stream().boxed().findAny());
		if (height.isPresent()) {
			parameters = parameters.withChecked(Parameter.SIZE, height.get());
		}
		if (steps != null) {
			parameters = parameters.withChecked(Parameter.STEPS, steps);
		}
		for (String setting : settings) {
			parameters = parameters.set(setting);
		}
		return parameters;
	}
}
