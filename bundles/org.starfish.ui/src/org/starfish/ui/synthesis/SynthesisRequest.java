// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.model.Model;
import org.starfish.core.synthesis.Parameters;
import org.starfish.core.synthesis.Recipe;
import org.starfish.core.synthesis.RecipeFile;
import org.starfish.core.synthesis.Target;
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
 * @param picture where it will lie; its folder need not exist yet
 */
public record SynthesisRequest(ModelLocation model, Target target, String label, String preset, Parameters parameters,
		long seed, IFile picture) {
	/** Where the picture will lie in the file system. */
	public Path path() {
		return picture.getLocation().toPath();
	}

	/**
	 * The recipe. Reads the whole model file, to know it again.
	 *
	 * @param opened the model
	 * @throws StarfishException if its file cannot be read
	 */
	Recipe recipe(Model opened) throws StarfishException {
		var reference = new Recipe.FileReference(RecipeFile.relative(model.path(), path()), opened.file().sha256());
		return new Recipe(reference, opened.preprocessing(), target, Optional.of(label), preset, parameters, seed,
				Optional.empty(), new Recipe.EngineChoice(Engine.variant(), Engine.threads()), Program.name());
	}
}
