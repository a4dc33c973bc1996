// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.starfish.core.StarfishException;
import org.starfish.core.synthesis.OtherModelException;
import org.starfish.core.synthesis.Recipe;
import org.starfish.core.synthesis.RecipeReferences;
import org.starfish.ui.model.ModelLocation;

/** Finds the model of a recipe. */
final class RecipeModel {
	private RecipeModel() {
	}

	/**
	 * The model, if it is still the same. Reads its whole file.
	 *
	 * @param picture which carries the recipe
	 * @throws OtherModelException if it is not where the recipe says, or has changed
	 * @throws StarfishException if it cannot be read
	 */
	static ModelLocation of(Recipe recipe, Path picture) throws StarfishException {
		return location(new RecipeReferences(recipe, picture).model().path());
	}

	/** A model file, as one of the workspace if it is there. */
	static ModelLocation location(Path model) {
		IFile[] files = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(model.toUri());
		return files.length == 0 ? ModelLocation.outside(model) : new ModelLocation(Optional.of(files[0]), model);
	}
}
