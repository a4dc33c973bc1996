// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.osgi.util.NLS;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.jobs.CoreJob;
import org.starfish.core.synthesis.Recipe;
import org.starfish.core.synthesis.RecipeReferences;
import org.starfish.ui.model.ModelLocation;

/** Finds the model of a recipe, and makes sure that it is still the same. */
final class Replay extends CoreJob {
	private final Recipe recipe;
	private final Path picture;
	private final Consumer<ModelLocation> found;
	private final Consumer<String> failed;

	/**
	 * @param picture which carries the recipe
	 * @param found gets the model, on the job's thread
	 * @param failed gets the sentence that says why there is none, on the job's thread
	 */
	Replay(Object owner, Recipe recipe, Path picture, Consumer<ModelLocation> found, Consumer<String> failed) {
		super(NLS.bind(Messages.Replay_name, picture.getFileName()), owner);
		this.recipe = recipe;
		this.picture = picture;
		this.found = found;
		this.failed = failed;
	}

	@Override
	protected void work(Progress progress) throws StarfishException {
		Path model = new RecipeReferences(recipe, picture).model().path();
		IFile[] files = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(model.toUri());
		found.accept(files.length == 0 ? ModelLocation.outside(model)
				: new ModelLocation(Optional.of(files[0]), model));
	}

	@Override
	protected void failed(String sentence) {
		failed.accept(sentence);
	}
}
