// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import java.util.Optional;
import java.util.function.Supplier;

import org.starfish.core.image.RgbImage;

/**
 * How far an ascent has come.
 *
 * @param step how many steps have been taken
 * @param total how many there will be
 * @param octave which one, from 1
 * @param octaves how many there are
 * @param score the objective's value before the step: an activation, a probability
 * @param rank how many units of the layer score higher, plus 1; 0 where there is nothing to compare with
 * @param gradientNorm the Euclidean norm of the gradient with respect to the picture, in score a pixel unit
 * @param diagnosis why the ascent does not get on, or not to a good picture, if so
 * @param picture draws the picture, of the octave's size; to be asked only while the listener is called
 * @param checkpoint copies all that the next steps depend on; to be asked only while the listener is called
 */
public record Frame(int step, int total, int octave, int octaves, double score, int rank, double gradientNorm,
		Optional<Diagnosis> diagnosis, Supplier<RgbImage> picture, Supplier<Checkpoint> checkpoint) {
}
