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
import org.starfish.ui.synthesis.wizard.Beginning;

/** Reads a recipe, and finds its model and the image that it starts from. */
final class RecipeJob extends CoreJob {
	private final Path file;
	private final BiConsumer<ModelLocation, Beginning> read;
	private final Consumer<String> failed;

	/**
	 * @param file a recipe, or a picture that carries one
	 * @param read gets where the model is, and what to begin with, on the job's thread
	 * @param failed gets the sentence that says why not, on the job's thread
	 */
	RecipeJob(Object owner, Path file, BiConsumer<ModelLocation, Beginning> read, Consumer<String> failed) {
		super(NLS.bind(Messages.RecipeJob_name, file.getFileName()), owner);
		this.file = file;
		this.read = read;
		this.failed = failed;
	}

	@Override
	protected void work(Progress progress) throws StarfishException {
		Recipe recipe = RecipeFile.read(file);
		var references = new RecipeReferences(recipe, file);
		read.accept(ModelLocation.of(references.model().path()), Beginning.like(recipe, references.startFile()));
	}

	@Override
	protected void failed(String sentence) {
		failed.accept(sentence);
	}
}
