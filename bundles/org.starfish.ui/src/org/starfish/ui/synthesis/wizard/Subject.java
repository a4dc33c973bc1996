// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import org.starfish.core.synthesis.recipe.Target;

/**
 * What one picture is to show.
 *
 * @param target what it maximizes or minimizes
 * @param name of the target for the user's eyes, as {@code prob:starfish}
 */
record Subject(Target target, String name) {
	/** A class, a channel or a layer as a whole. */
	static Subject of(UnitCandidate candidate) {
		return new Subject(candidate.isLayer() ? new Target.OfLayer(candidate.layer().name())
				: new Target.OfUnit(candidate.unit()), candidate.name());
	}
}
