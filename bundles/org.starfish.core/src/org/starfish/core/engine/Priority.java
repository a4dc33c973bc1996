// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine;

/** Who goes first when several plans want the device. */
public enum Priority {
	/** Somebody looks at the screen and waits for the answer. */
	INTERACTIVE,
	/** Longer work that may take a little longer. */
	BACKGROUND
}
