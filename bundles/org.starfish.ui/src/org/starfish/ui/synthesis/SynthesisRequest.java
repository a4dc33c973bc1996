// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.starfish.core.StarfishException;
import org.starfish.core.mixture.MixtureLayers;
import org.starfish.core.model.Model;
import org.starfish.core.synthesis.Checkpoint;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.core.synthesis.recipe.Target;
import org.starfish.ui.model.ModelLocation;

/**
 * One picture that somebody wants.
 *
 * @param model where its model is
 * @param target what the picture is to maximize
 * @param label the target's name for the user's eyes, as {@code prob:starfish}
 * @param preset the name of the preset that was started from
 * @param parameters all of them
 * @param seed of everything random
 * @param followed the recipe that is to be followed once more, whatever else the model says, if that is wanted
 * @param earlier variants of it that it is to differ from, which may still have to be drawn
 * @param from where on its way the ascent begins, if that is not its beginning
 * @param picture where it will lie; its folder need not exist yet
 */
public record SynthesisRequest(ModelLocation model, Target target, String label, String preset, Parameters parameters,
		long seed, Optional<Recipe> followed, List<IFile> earlier, Optional<Checkpoint> from, IFile picture) {
	/** A new picture. */
	public SynthesisRequest(ModelLocation model, Target target, String label, String preset, Parameters parameters,
			long seed, IFile picture) {
		this(model, target, label, preset, parameters, seed, Optional.empty(), List.of(), Optional.empty(), picture);
	}

	/**
	 * The same picture once more.
	 *
	 * @param label of what it shows
	 */
	public static SynthesisRequest again(Recipe recipe, String label, ModelLocation model, IFile picture) {
		return new SynthesisRequest(model, recipe.target(), label, recipe.preset(), recipe.parameters(), recipe.seed(),
				Optional.of(recipe), List.of(), Optional.empty(), picture);
	}

	/**
	 * A picture that parts from another one on its way.
	 *
	 * @param from where its ascent begins, with its recipe
	 * @param label of what it shows
	 */
	public static SynthesisRequest from(Checkpoint from, String label, ModelLocation model, IFile picture) {
		Recipe recipe = from.recipe();
		return new SynthesisRequest(model, recipe.target(), label, recipe.preset(), recipe.parameters(), recipe.seed(),
				Optional.of(recipe), List.of(), Optional.of(from), picture);
	}

	/**
	 * The same picture, apart from variants that come before it.
	 *
	 * @param pictures in their order
	 */
	public SynthesisRequest apartFrom(List<IFile> pictures) {
		return new SynthesisRequest(model, target, label, preset, parameters, seed, followed, List.copyOf(pictures), from,
				picture);
	}

	/** Where the picture will lie in the file system. */
	public Path path() {
		return picture.getLocation().toPath();
	}

	/**
	 * Where the ascent begins, with its recipe.
	 *
	 * @param opened the model
	 * @param digest the SHA-256 of its file
	 * @throws StarfishException if the model is another than that of {@link #from}
	 */
	Checkpoint begin(Model opened, String digest) throws StarfishException {
		Recipe recipe = recipe(opened, digest);
		return from.isPresent() ? from.get().leadingTo(recipe) : Checkpoint.begin(recipe);
	}

	private Recipe recipe(Model opened, String digest) throws StarfishException {
		var reference = new Recipe.FileReference(RecipeFile.relative(opened.file().path(), path()), digest);
		if (followed.isPresent()) {
			Recipe again = followed.get().with(reference, followed.get().start(), Recipe.EngineChoice.here(), Program.name());
			return earlier.isEmpty() ? again : again.withVariants(variants(opened));
		}
		return new Recipe(reference, opened.preprocessing(), target, Optional.of(label), preset, parameters, seed,
				Optional.empty(), Recipe.EngineChoice.here(), Program.name()).withVariants(variants(opened));
	}

	/** Named by their places alone; what they hold is noted when the picture's turn comes. */
	private Optional<Recipe.Variants> variants(Model opened) throws StarfishException {
		if (earlier.isEmpty()) {
			return Optional.empty();
		}
		List<Recipe.FileReference> references = earlier.stream()
				.map(variant -> new Recipe.FileReference(RecipeFile.relative(variant.getLocation().toPath(), path()), "")).toList();
		return Optional.of(new Recipe.Variants(MixtureLayers.middle(opened.network()).name(), references));
	}
}
