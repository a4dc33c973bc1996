// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.preprocessing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What was written before, to go back to and forth from. What is typed into one field without a break is one step. */
final class DraftHistory {
	private static final int MOST = 100;

	private final Deque<Draft> before = new ArrayDeque<>();
	private final Deque<Draft> after = new ArrayDeque<>();
	/** What is being changed now; null after a break. */
	private Object running;

	/**
	 * Something is changed.
	 *
	 * @param former how it was
	 * @param what is changed; changes of the same without a break are one step
	 */
	void changed(Draft former, Object what) {
		after.clear();
		if (!what.equals(running)) {
			before.push(former);
			if (before.size() > MOST) {
				before.removeLast();
			}
			running = what;
		}
	}

	/** The next change is a step of its own. */
	void pause() {
		running = null;
	}

	/** Forgets all. */
	void clear() {
		before.clear();
		after.clear();
		running = null;
	}

	/** Goes a step back, from a draft; empty if there is none. */
	Optional<Draft> undo(Draft now) {
		return go(before, after, now);
	}

	/** Goes a step forth, from a draft; empty if there is none. */
	Optional<Draft> redo(Draft now) {
		return go(after, before, now);
	}

	private Optional<Draft> go(Deque<Draft> from, Deque<Draft> to, Draft now) {
		running = null;
		if (from.isEmpty()) {
			return Optional.empty();
		}
		to.push(now);
		return Optional.of(from.pop());
	}

	/** Whether there is something to undo. */
	boolean canUndo() {
		return !before.isEmpty();
	}

	/** Whether there is something to redo. */
	boolean canRedo() {
		return !after.isEmpty();
	}
}
