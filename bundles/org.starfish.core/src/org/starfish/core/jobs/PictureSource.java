// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.jobs;

import org.starfish.core.StarfishException;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.RgbImage;

/** Where a picture comes from, so that it is read in a job; as in {@code () -> ImageReader.read(path)}. */
@FunctionalInterface
public interface PictureSource {
	/**
	 * Reads the picture; see {@link ImageReader}.
	 *
	 * @throws StarfishException if that is not possible
	 */
	RgbImage read() throws StarfishException;
}
