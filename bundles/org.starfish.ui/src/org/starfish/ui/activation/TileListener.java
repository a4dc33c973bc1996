// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

/** Told what the user does in a grid. */
public interface TileListener {
	/** The user has selected a channel. */
	void selected(int channel);

	/** The mouse points to a channel; -1 if to none. */
	default void pointed(int channel) {
	}

	/** The user has made the tiles larger or smaller. */
	default void zoomed(double zoom) {
	}

	/** The user has scrolled. */
	default void scrolled(int y) {
	}
}
