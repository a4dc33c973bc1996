// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import java.util.Optional;

import org.starfish.core.image.RgbImage;
import org.starfish.core.synthesis.recipe.Recipe;

/**
 * What an ascent has led to.
 *
 * @param picture the picture, of full size
 * @param recipe from which this picture can be drawn again, with the changes made while it ran
 * @param steps how many were taken
 * @param cancelled whether it was stopped before its end
 * @param score the objective's value at the last step
 * @param rank of the unit in its layer at the last step, 1 for the first; 0 where there is nothing to compare with
 * @param diagnosis why it did not get on, or not to a good picture, if so
 * @param checkpoint from which it can go on; of use if it was stopped
 */
public record Synthesis(RgbImage picture, Recipe recipe, int steps, boolean cancelled, double score, int rank,
		Optional<Diagnosis> diagnosis, Checkpoint checkpoint) {
}
