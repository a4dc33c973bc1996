// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.model.Model;
import org.starfish.core.model.ModelFile;
import org.starfish.core.synthesis.recipe.OtherModelException;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.Recipe.Variants;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.core.synthesis.recipe.RecipeReferences;

import picocli.CommandLine.Model.CommandSpec;

/** Draws a picture again from its recipe, with the very model and image that it names. */
final class Replay {
	private final CommandSpec spec;
	private final Path source;
	private final Optional<String> modelName;
	private final RecipeFile files;
	private final boolean json;

	/**
	 * @param source a recipe, or a picture that carries one
	 * @param modelName where the model lies if not where the recipe says
	 */
	Replay(CommandSpec spec, Path source, Optional<String> modelName, RecipeFile files, boolean json) {
		this.spec = spec;
		this.source = source;
		this.modelName = modelName;
		this.files = files;
		this.json = json;
	}

	int run() throws StarfishException {
		Recipe recipe = RecipeFile.read(source);
		var references = new RecipeReferences(recipe, source);
		PrintWriter err = spec.commandLine().getErr();
		try (Terminal terminal = StarfishCommand.terminal(spec)) {
			Model model = Model.read(model(references), StarfishCommand.importers(spec), Optional.empty(), Optional.empty(),
					terminal);
			Optional<Path> image = references.startFile();
			Optional<Variants> variants = variants(recipe, references);
			List<String> differences = SynthesisRun.differences(recipe, Version.program());
			if (!differences.isEmpty()) {
				err.printf("The picture may come out a little different: %s.%n", String.join(", ", differences));
			}
			var run = new SynthesisRun(spec, terminal, model, files);
			return run.run(
					recipe.with(run.modelReference(), SynthesizeCommand.reference(image.orElse(null), files),
							Recipe.EngineChoice.here().choosing(recipe.engine().kernels()), Version.program()).withVariants(variants),
					references.start(), references.earlier(), json, Map.of());
		}
	}

	/** The variants, as they are named from where the new picture will lie. */
	private Optional<Variants> variants(Recipe recipe, RecipeReferences references) throws StarfishException {
		if (recipe.variants().isEmpty()) {
			return Optional.empty();
		}
		List<Recipe.FileReference> earlier = new ArrayList<>();
		for (Path picture : references.earlierFiles()) {
			earlier.add(RecipeReferences.to(picture, files.picture()));
		}
		return Optional.of(new Variants(recipe.variants().get().layer(), earlier));
	}

	private ModelFile model(RecipeReferences references) throws StarfishException {
		if (modelName.isPresent()) {
			return references.checked(ModelFile.of(modelName.get()));
		}
		try {
			return references.model();
		} catch (OtherModelException e) {
			throw e.isMissing() ? new StarfishException(
					e.getMessage().replaceFirst("\\.$", ": starfish replay PICTURE --model FILE."), e) : e;
		}
	}
}
