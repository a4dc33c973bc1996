// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

/**
 * How wide texts are in a font, near enough to lay out boxes and to be asked on any thread, as the font itself must not
 * be.
 */
interface TextWidths {
	/** The width of a text, in points. */
	double of(String text);
}
