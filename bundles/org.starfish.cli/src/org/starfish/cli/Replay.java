// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.RgbImage;
import org.starfish.core.model.Model;
import org.starfish.core.model.ModelFile;
import org.starfish.core.synthesis.Recipe;
import org.starfish.core.synthesis.RecipeFile;

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
		PrintWriter err = spec.commandLine().getErr();
		try (Terminal terminal = StarfishCommand.terminal(spec)) {
			Model model = model(recipe.model(), terminal);
			Optional<RgbImage> start = Optional.empty();
			Optional<Recipe.FileReference> startReference = recipe.start();
			if (recipe.start().isPresent()) {
				Path image = RecipeFile.resolve(recipe.start().get().path(), source);
				start = Optional.of(ImageReader.read(image));
				check(recipe.start().get(), new ModelFile(image.toString(), image));
				startReference = SynthesizeCommand.reference(image, files);
			}
			List<String> differences = SynthesisRun.differences(recipe, Version.program());
			if (!differences.isEmpty()) {
				err.printf("The picture may come out a little different: %s.%n", String.join(", ", differences));
			}
			var run = new SynthesisRun(spec, terminal, model, files);
			return run.run(recipe.with(run.modelReference(), startReference, SynthesisRun.engine(recipe.engine().kernels()), Version.program()), start,
					json, Map.of());
		}
	}

	private Model model(Recipe.FileReference reference, Terminal terminal) throws StarfishException {
		ModelFile file = modelName.isPresent() ? ModelFile.of(modelName.get())
				: reference.path().equals(ModelFile.TIDEPOOL) ? ModelFile.of(ModelFile.TIDEPOOL)
						: ModelFile.of(RecipeFile.resolve(reference.path(), source).toString());
		if (modelName.isEmpty() && !Files.isRegularFile(file.path())) {
			throw new StarfishException(
					"The model of %s is not at %s; say where it is: starfish replay PICTURE --model FILE."
							.formatted(source, file.path()));
		}
		check(reference, file);
		return Model.read(file, StarfishCommand.importers(spec), Optional.empty(), Optional.empty(), terminal);
	}

	private void check(Recipe.FileReference reference, ModelFile file) throws StarfishException {
		if (!reference.sha256().isEmpty() && !reference.sha256().equals(file.sha256())) {
			throw new StarfishException("%s is not the file that %s was made with: its content is another (SHA-256 %s...)."
					.formatted(file.path(), source, file.sha256().substring(0, 12)));
		}
	}
}
