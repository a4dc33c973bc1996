// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

import org.eclipse.osgi.util.NLS;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.image.ImageFolder;
import org.starfish.core.jobs.CoreJob;

/** Finds the pictures that lie beside one. */
final class FolderJob extends CoreJob {
	private final Path picture;
	private final BiConsumer<Path, List<Path>> found;

	/**
	 * @param found gets the picture and those in its folder, itself among them, on the job's thread
	 */
	FolderJob(Object owner, Path picture, BiConsumer<Path, List<Path>> found) {
		super(NLS.bind(Messages.FolderJob_name, picture.getFileName()), owner);
		this.picture = picture;
		this.found = found;
		setSystem(true);
	}

	@Override
	protected void work(Progress progress) throws StarfishException {
		found.accept(picture, ImageFolder.around(picture));
	}

	@Override
	protected void failed(String sentence) {
		// Whether the picture itself can be read is told by whoever reads it; without a folder there is no next one.
		found.accept(picture, List.of(picture));
	}
}
