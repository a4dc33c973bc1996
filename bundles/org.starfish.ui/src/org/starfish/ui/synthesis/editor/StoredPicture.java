// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.nio.file.Path;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.RgbImage;
import org.starfish.core.jobs.CoreJob;
import org.starfish.core.synthesis.Recipe;
import org.starfish.core.synthesis.RecipeFile;

/**
 * A picture that was read with its recipe.
 *
 * @param picture its pixels
 * @param recipe from which it can be drawn again
 */
record StoredPicture(RgbImage picture, Recipe recipe) {
	/** Reads a picture. */
	static final class Reading extends CoreJob {
		private final Path file;
		private final Consumer<StoredPicture> read;
		private final Consumer<String> failed;

		/**
		 * @param read gets the picture, on the job's thread
		 * @param failed gets the sentence that says why there is none, on the job's thread
		 */
		Reading(Object owner, Path file, Consumer<StoredPicture> read, Consumer<String> failed) {
			super(NLS.bind(Messages.StoredPicture_reading, file.getFileName()), owner);
			this.file = file;
			this.read = read;
			this.failed = failed;
		}

		@Override
		protected void work(Progress progress) throws StarfishException {
			Recipe recipe = RecipeFile.read(file);
			read.accept(new StoredPicture(ImageReader.read(file), recipe));
		}

		@Override
		protected void failed(String sentence) {
			failed.accept(sentence);
		}
	}
}
