// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.nio.file.Path;

import org.starfish.core.StarfishException;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.RgbImage;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;

/**
 * A picture that was read with its recipe.
 *
 * @param picture its pixels
 * @param recipe from which it can be drawn again
 */
record StoredPicture(RgbImage picture, Recipe recipe) {
	/**
	 * Reads a picture.
	 *
	 * @throws StarfishException if it cannot be read, or carries no recipe
	 */
	static StoredPicture read(Path file) throws StarfishException {
		Recipe recipe = RecipeFile.read(file);
		return new StoredPicture(ImageReader.read(file), recipe);
	}
}
