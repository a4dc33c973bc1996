// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.bench;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;

/**
 * Runs the event loop, as the workbench would, and tells how long the user interface was busy without a break: the longest
 * time that handling one event took, and the longest time that another thread waited for its turn. Where it was busy then
 * is told, too.
 */
final class Stopwatch implements AutoCloseable {
	private static final double MILLISECOND = 1e6;
	private static final Duration LIMIT = Duration.ofSeconds(180);
	/** Nothing may happen for so long before the IDE counts as being at rest, in nanoseconds. */
	private static final long REST = 1_500_000_000L;

	private final Display display = Display.getCurrent();
	private final Knocker knocker = new Knocker(display);
	private long longest;

	Stopwatch() {
		knocker.start();
	}

	/** Runs the event loop until something is so. */
	void until(String what, BooleanSupplier condition) {
		long end = System.nanoTime() + LIMIT.toNanos();
		while (!condition.getAsBoolean()) {
			long start = System.nanoTime();
			if (start > end) {
				throw new AssertionError("waited %d s for %s".formatted(LIMIT.toSeconds(), what));
			}
			if (display.readAndDispatch()) {
				longest = Math.max(longest, System.nanoTime() - start);
			} else {
				// The knocker wakes it soon.
				display.sleep();
			}
		}
	}

	/** Has the event loop do something, as what an event causes is done. */
	void act(Runnable action) {
		var done = new boolean[1];
		display.asyncExec(() -> {
			try {
				action.run();
			} finally {
				done[0] = true;
			}
		});
		until("an action", () -> done[0]);
	}

	/** Presses a key in a control. */
	void press(Control control, char key) {
		var event = new Event();
		event.keyCode = key;
		event.character = key;
		act(() -> control.notifyListeners(SWT.KeyDown, event));
	}

	/** Runs the event loop until no job has run for a while. */
	void rest() {
		var since = new long[] { System.nanoTime() };
		until("the IDE to come to rest", () -> {
			if (!Job.getJobManager().isIdle()) {
				since[0] = System.nanoTime();
			}
			return System.nanoTime() - since[0] > REST;
		});
	}

	/** Forgets what was measured so far. */
	void reset() {
		longest = 0;
		knocker.reset();
	}

	/** The longest time that an event took, in milliseconds. */
	double longestEvent() {
		return longest / MILLISECOND;
	}

	/** The longest time that another thread waited for its turn. */
	Knocker.Wait longestStall() {
		return knocker.longest();
	}

	/** The wait of another thread in which most was computed. */
	Knocker.Wait busiestStall() {
		return knocker.busiest();
	}

	/** The time since a point in time, in milliseconds. */
	static double since(long start) {
		return (System.nanoTime() - start) / MILLISECOND;
	}

	@Override
	public void close() {
		knocker.end();
	}
}
