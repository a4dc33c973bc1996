// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.picture;

/**
 * Which step of which synthesis is being taken; all that a random draw may depend on.
 *
 * @param seed of the recipe
 * @param index of the step, from 0, over all octaves
 * @param view which of the step's views of the picture, from 0
 */
public record Step(long seed, int index, int view) {
}
