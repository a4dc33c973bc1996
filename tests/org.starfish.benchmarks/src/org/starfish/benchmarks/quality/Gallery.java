// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.RgbImage;
import org.starfish.core.model.Model;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.synthesis.GradientAscent;
import org.starfish.core.synthesis.StepListener;
import org.starfish.core.synthesis.Synthesis;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.core.synthesis.recipe.RecipeReferences;
import org.starfish.core.synthesis.recipe.Target;

/**
 * A folder of pictures of a model's classes, each with its recipe. A picture that is there is drawn again only if its recipe says
 * that it is another, so that a long run can be interrupted.
 */
public final class Gallery {
	private final Model model;
	private final Path folder;

	/**
	 * @param model whose classes are drawn
	 * @param folder made if it is not there
	 */
	public Gallery(Model model, Path folder) {
		this.model = model;
		this.folder = folder;
	}

	/**
	 * The picture of a class, as it was written.
	 *
	 * @param preset the name that the picture goes by
	 */
	public RgbImage picture(String preset, Parameters parameters, int category, int seed)
			throws StarfishException, IOException {
		Path file = folder.resolve(preset).resolve(category + "-" + seed + ".png");
		Recipe recipe = recipe(file, preset, parameters, category, seed);
		if (!isThere(file, recipe)) {
			Files.createDirectories(file.getParent());
			Synthesis drawn = draw(recipe);
			RecipeFile.at(file, true).write(drawn.picture(), drawn.recipe());
		}
		return ImageReader.read(file);
	}

	/**
	 * How long the processor is busy with a picture, in seconds: on one thread, what it takes on a quiet machine, but not distorted by
	 * what else runs. The picture is not kept.
	 */
	public double seconds(String preset, Parameters parameters, int category, int seed) throws StarfishException {
		Recipe recipe = recipe(folder.resolve("timed.png"), preset, parameters, category, seed);
		Duration start = busy();
		draw(recipe);
		return busy().minus(start).toMillis() / 1e3;
	}

	private static Duration busy() {
		return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
	}

	private Synthesis draw(Recipe recipe) throws StarfishException {
		return new GradientAscent(model.network()).run(recipe, Optional.empty(), StepListener.NONE);
	}

	private Recipe recipe(Path file, String preset, Parameters parameters, int category, int seed)
			throws StarfishException {
		var target = new Target.OfUnit(UnitAddress.parse(model.output().name() + ":" + category));
		return new Recipe(RecipeReferences.to(model.file(), file), model.preprocessing(), target,
				model.labels().map(labels -> labels.name(category)), preset, parameters, seed, Optional.empty(),
				Recipe.EngineChoice.here(), "starfish");
	}

	/** Whatever engine drew it, and wherever the model lay. */
	private static boolean isThere(Path file, Recipe wanted) {
		if (!Files.isRegularFile(file)) {
			return false;
		}
		try {
			Recipe stored = RecipeFile.read(file);
			return stored.model().sha256().equals(wanted.model().sha256())
					&& stored.with(wanted.model(), wanted.start(), wanted.engine(), wanted.program()).equals(wanted);
		} catch (StarfishException e) {
			// Not a picture that can be used, so it is drawn anew.
			return false;
		}
	}
}
