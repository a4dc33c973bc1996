// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.jobs.CoreJob;
import org.starfish.core.synthesis.Recipe;
import org.starfish.core.synthesis.RecipeFile;
import org.starfish.core.synthesis.RecipeReferences;
import org.starfish.ui.model.ModelLocation;

/** Reads a recipe, and finds its model. */
final class RecipeJob extends CoreJob {
	private final Path file;
	private final BiConsumer<Recipe, ModelLocation> read;
	private final Consumer<String> failed;

	/**
	 * @param file a recipe, or a picture that carries one
	 * @param read gets the recipe and where its model is, on the job's thread
	 * @param failed gets the sentence that says why not, on the job's thread
	 */
	RecipeJob(Object owner, Path file, BiConsumer<Recipe, ModelLocation> read, Consumer<String> failed) {
		super(NLS.bind(Messages.RecipeJob_name, file.getFileName()), owner);
		this.file = file;
		this.read = read;
		this.failed = failed;
	}

	@Override
	protected void work(Progress progress) throws StarfishException {
		Recipe recipe = RecipeFile.read(file);
		Path model = new RecipeReferences(recipe, file).model().path();
		read.accept(recipe, ModelLocation.of(model));
	}

	@Override
	protected void failed(String sentence) {
		failed.accept(sentence);
	}
}
