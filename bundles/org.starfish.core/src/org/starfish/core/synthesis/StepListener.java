// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import java.util.concurrent.CancellationException;

/** Watches an ascent. */
@FunctionalInterface
public interface StepListener {
	/** Watches nothing. */
	StepListener NONE = frame -> {
	};

	/**
	 * Called after every step, on the ascent's thread.
	 *
	 * @throws CancellationException to stop the ascent; it ends with the picture reached so far
	 */
	void stepped(Frame frame);
}
