// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.nio.file.Path;

import org.starfish.core.image.RgbImage;

/**
 * An image that an ascent starts from, instead of noise.
 *
 * @param file where it is
 * @param sha256 of the file, by which a recipe knows it again
 * @param picture what it shows
 */
record StartImage(Path file, String sha256, RgbImage picture) {
}
