// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.util.Optional;

import org.starfish.core.activation.Bounds;
import org.starfish.core.activation.LayerActivation;
import org.starfish.core.activation.PreparedInput;
import org.starfish.core.activation.TileGrid.Range;
import org.starfish.core.image.Colormap;

/**
 * The grids of a comparison. Where A and B have as many channels, the same channels are at the same places, sorted by
 * the difference if there is one.
 *
 * @param a what was pinned
 * @param inputOfA what it answers to
 * @param nameOfA what tells it from B
 * @param b what is shown now
 * @param nameOfB what tells it from A
 * @param difference A minus B; empty if it is not known or their shapes differ
 */
record ComparedStates(GridState a, PreparedInput inputOfA, String nameOfA, GridState b, String nameOfB,
		Optional<GridState> difference) {
	/**
	 * Lays out the grids of a comparison.
	 *
	 * @param b what is shown now, in the look that the user has chosen
	 * @param channelOfA the channel that is selected in A, where that cannot be the same as in B
	 */
	static ComparedStates of(Comparison comparison, GridState b, String nameOfA, String nameOfB, int channelOfA) {
		LayerActivation other = comparison.activation();
		GridLook look = common(b.look(), other.bounds(), b.activation().bounds());
		Optional<GridState> difference = comparison.difference()
				.map(found -> b.with(signed(b.look())).with(found, b.selected()));
		GridState shownB = difference.map(found -> found.beside(b.activation(), look)).orElseGet(() -> b.with(look));
		GridState shownA = other.channels() == b.activation().channels() ? shownB.beside(other, look)
				: GridState.of(other, look, Math.min(channelOfA, other.channels() - 1));
		return new ComparedStates(shownA, comparison.input(), nameOfA, shownB, nameOfB, difference);
	}

	/** The same colours mean the same values in both, if they are to be compared across channels. */
	private static GridLook common(GridLook look, Bounds a, Bounds b) {
		if (look.range() == Range.CHANNEL || look.fixed().isPresent()) {
			return look;
		}
		var both = new Bounds(Math.min(a.low(), b.low()), Math.max(a.high(), b.high()));
		return look.with(look.range() == Range.SYMMETRIC ? both.symmetric() : both);
	}

	private static GridLook signed(GridLook look) {
		return look.with(Colormap.DIVERGING).with(Range.SYMMETRIC);
	}
}
