// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import java.util.Optional;

/** How long the pictures of a queue take. For use by many threads. */
final class QueuePace {
	private static final double SECOND = 1e9;

	private double seconds;
	private int count;
	private long begun;
	private boolean held;

	/** The next picture begins. */
	synchronized void begin(long time) {
		begun = time;
		held = false;
	}

	/** The picture is held, so that its time says nothing. */
	synchronized void hold() {
		held = true;
	}

	/** The picture is finished. */
	synchronized void end(long time) {
		if (!held) {
			seconds += (time - begun) / SECOND;
			count++;
		}
	}

	/**
	 * Seconds to the end of the queue.
	 *
	 * @param left seconds to the end of the picture that is being drawn
	 * @param waiting how many pictures come after it
	 * @param time now
	 */
	synchronized Optional<Double> secondsLeft(Optional<Double> left, int waiting, long time) {
		if (left.isEmpty()) {
			return Optional.empty();
		}
		double each = count > 0 ? seconds / count : (time - begun) / SECOND + left.get();
		return Optional.of(left.get() + waiting * each);
	}
}
