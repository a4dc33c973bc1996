// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import java.util.Optional;

/**
 * All that the next steps of an octave depend on, beside the recipe.
 *
 * @param numbers that are optimized
 * @param memory of the step rule
 * @param score the objective's value before the last step
 * @param rank the unit's before the last step
 * @param gradientNorm of the last gradient
 * @param stuck for how many steps the gradient has been of no use
 * @param diagnosis what was wrong at the last step, if anything
 */
record OctaveState(float[] numbers, StepRule.Memory memory, double score, int rank, double gradientNorm, int stuck,
		Optional<Diagnosis> diagnosis) {
}
