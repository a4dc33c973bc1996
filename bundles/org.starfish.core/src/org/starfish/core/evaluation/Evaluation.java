// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.evaluation;

import java.util.List;

import org.starfish.core.activation.Predictions;

/**
 * What a network answers to a picture that was drawn for it.
 *
 * @param predictions what it takes the picture for
 * @param reached the value that the picture was to make large: an activation, of a class before the softmax
 * @param ofClass whether that is a class of the network, else any unit
 * @param rank how many units of the layer score higher, plus 1; 0 where there is nothing to compare with
 * @param others the strongest other units of the layer, the strongest first
 * @param nanoseconds how long the forward pass took
 */
public record Evaluation(Predictions predictions, double reached, boolean ofClass, int rank, List<UnitActivation> others,
		long nanoseconds) {
	public Evaluation {
		others = List.copyOf(others);
	}
}
