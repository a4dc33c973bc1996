// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

/** Draws one species: shape, pose and skin are chosen anew each time. */
@FunctionalInterface
interface Creature {
	/**
	 * Paints the creature over the picture.
	 *
	 * @param stage where and how large it is to be
	 */
	void draw(Stage stage, Chance chance);
}
