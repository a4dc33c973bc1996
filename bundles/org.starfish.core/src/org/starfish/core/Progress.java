// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core;

import java.util.concurrent.CancellationException;

/**
 * How far a longer piece of work has come, and the way to stop it: whoever listens throws to cancel.
 */
@FunctionalInterface
public interface Progress {
	/** Listens to nothing and never cancels. */
	Progress NONE = (task, fraction) -> {
	};

	/**
	 * Reports progress. Called often enough that cancelling feels immediate.
	 *
	 * @param task what is being done now, for the user's eyes
	 * @param fraction the share of the whole work that is done, 0 to 1
	 * @throws CancellationException to stop the work; what was finished is kept
	 */
	void report(String task, double fraction);
}
