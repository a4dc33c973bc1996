// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine;

/** How the gradient passes rectifiers. */
public enum ReluGradient {
	/** Only where the rectifier is open: the true gradient. */
	TRUE,
	/**
	 * As {@link #TRUE}, but for an example in which all of a layer's rectifiers would block it: there it passes those
	 * closed ones that it would push open. Lets an ascent start on units that the first noise leaves dead, as Lucid's
	 * override does in its first 16 steps.
	 */
	REDIRECTED
}
