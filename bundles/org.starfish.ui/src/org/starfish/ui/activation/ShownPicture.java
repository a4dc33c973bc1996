// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.nio.file.Path;
import java.util.Optional;

import org.starfish.core.image.ImageReader;
import org.starfish.core.image.RgbImage;
import org.starfish.core.jobs.PictureSource;

/**
 * A picture that a network is shown.
 *
 * @param source where it is read from, in a job
 * @param name what to call it
 * @param file where it lies, unless it was pasted
 */
public record ShownPicture(PictureSource source, String name, Optional<Path> file) {
	/** A picture that lies in a file. */
	public static ShownPicture of(Path file) {
		return new ShownPicture(() -> ImageReader.read(file), file.getFileName().toString(), Optional.of(file));
	}

	/** A picture that was pasted. */
	public static ShownPicture of(RgbImage picture, String name) {
		return new ShownPicture(() -> picture, name, Optional.empty());
	}
}
