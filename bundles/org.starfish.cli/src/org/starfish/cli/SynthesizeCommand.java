// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;

import org.starfish.core.StarfishException;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.RgbImage;
import org.starfish.core.model.Model;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.synthesis.recipe.Interpolation;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Preset;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.core.synthesis.recipe.RecipeReferences;
import org.starfish.core.synthesis.recipe.Target;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Draws what a unit looks for. */
@Command(name = "synthesize", mixinStandardHelpOptions = true, description = "Grows a picture that a unit wants to see. Ctrl-C ends it with the picture reached so far.")
final class SynthesizeCommand implements Callable<Integer> {
	private static final String RECIPE = "--recipe";
	private static final double HALF_WAY = 0.5;
	/** What may be said when a recipe is followed. */
	private static final Set<String> BESIDE_RECIPE = Set.of(RECIPE, "--out", "--json", "--force");

	@picocli.CommandLine.Parameters(index = "0", arity = "0..1", paramLabel = "MODEL", description = "An ONNX, Keras or DL4J file, or the word tidepool. With --recipe, the recipe's own if left out.")
	private String modelName;

	@Mixin
	private ReadingOptions reading;

	@Option(names = "--unit", paramLabel = "UNIT", description = "layer:channel, layer:channel@x,y, or a class as in prob:starfish or starfish.")
	private String unit;

	@Option(names = RECIPE, paramLabel = "FILE", description = "Follow this recipe, or that of this picture, instead of --unit, --preset, --set and the like.")
	private Path recipeFile;

	@Option(names = "--objective", paramLabel = "KIND", description = "What of a class is maximized: auto, softmax or logit; the same as --set objective=KIND.")
	private String objective;

	@Option(names = "--minimize", description = "Draw what the unit responds to least; the same as --set direction=minimize.")
	private boolean minimize;

	@Option(names = "--both", description = "Draw two pictures: what the unit responds to most, and least.")
	private boolean both;

	@Option(names = "--variants", paramLabel = "N", description = "Draw N pictures, with this seed and those after it.")
	private Integer variants;

	@Option(names = "--diversity", paramLabel = "W", description = "With --variants, how much each is to differ from those before it: what share of the objective full likeness costs; 1 is a good start. The same as --set diversity=W.")
	private Double diversity;

	@Option(names = "--diversity-layer", paramLabel = "LAYER", description = "The layer by which variants are compared; by default one in the middle.")
	private String diversityLayer;

	@Option(names = "--interpolate", paramLabel = "UNIT", description = "A second unit: draw what lies between the two.")
	private String second;

	@Option(names = "--share", paramLabel = "S", description = "With --interpolate, how near to the second unit, from 0 to 1; default 0.5.")
	private Double share;

	@Option(names = "--from", paramLabel = "IMAGE", description = "A picture to start from, instead of noise.")
	private Path from;

	@Mixin
	private SynthesisOptions synthesis;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() throws Exception {
		if ((unit == null) == (recipeFile == null)) {
			throw new ParameterException(spec.commandLine(), "Give either --unit or --recipe.");
		}
		if (modelName == null && recipeFile == null) {
			throw new ParameterException(spec.commandLine(), "Name a MODEL.");
		}
		if (recipeFile != null) {
			checkOnlyTheRecipe();
		}
		if (share != null && (second == null || !(share >= 0 && share <= 1))) {
			throw new ParameterException(spec.commandLine(),
					second == null ? "--share needs --interpolate." : "--share must be from 0 to 1.");
		}
		checkVariants();
		if (recipeFile != null) {
			return new Replay(spec, recipeFile, Optional.ofNullable(modelName), synthesis.files(), synthesis.json()).run();
		}
		Preset preset = synthesis.preset(Presets.STARFISH);
		Parameters parameters = synthesis.parameters(preset, OptionalInt.empty());
		if (objective != null) {
			parameters = parameters.withChecked(Parameter.OBJECTIVE, objective.toLowerCase(Locale.ROOT));
		}
		if (diversity != null) {
			parameters = parameters.withChecked(Parameter.DIVERSITY, diversity);
		}
		var series = new Series(synthesis, parameters, both, minimize, variants);
		Optional<RgbImage> start = from == null ? Optional.empty() : Optional.of(ImageReader.read(from));
		try (Terminal terminal = StarfishCommand.terminal(spec)) {
			Model model = reading.open(spec, modelName, terminal);
			UnitAddress address = UnitAddress.parse(unit).in(model.network(), model.labels()).address();
			Target target = second == null ? new Target.OfUnit(address)
					: Interpolation.between(address,
							UnitAddress.parse(second).in(model.network(), model.labels()).address(),
							share == null ? HALF_WAY : share);
			String label = second == null ? unit : "%s and %s".formatted(unit, second);
			return series.draw(spec, terminal, model, Optional.ofNullable(diversityLayer), start, member -> new Recipe(
					RecipeReferences.to(model.file(), member.files().picture()), model.preprocessing(), target,
					Optional.of(label), preset.name(), member.parameters(), member.seed(), reference(from, member.files()),
					Recipe.EngineChoice.here(), Version.program()));
		}
	}

	private void checkVariants() {
		if (both && minimize) {
			throw new ParameterException(spec.commandLine(), "--both draws what --minimize would, too; leave one of them out.");
		}
		if (variants != null && (variants < 1 || variants > Series.MOST)) {
			throw new ParameterException(spec.commandLine(), "--variants must be from 1 to %d.".formatted(Series.MOST));
		}
		if ((diversity != null || diversityLayer != null) && (variants == null || variants < 2)) {
			throw new ParameterException(spec.commandLine(), "--diversity needs --variants, at least 2.");
		}
	}

	/** Nothing may contradict the recipe. */
	private void checkOnlyTheRecipe() {
		for (var option : spec.commandLine().getParseResult().matchedOptions()) {
			if (!BESIDE_RECIPE.contains(option.longestName())) {
				throw new ParameterException(spec.commandLine(),
						"The recipe says everything about the picture; leave out %s.".formatted(option.longestName()));
			}
		}
	}

	/** How a recipe names an image that it starts from. */
	static Optional<Recipe.FileReference> reference(Path image, RecipeFile files) throws StarfishException {
		return image == null ? Optional.empty() : Optional.of(RecipeReferences.to(image, files.picture()));
	}
}
