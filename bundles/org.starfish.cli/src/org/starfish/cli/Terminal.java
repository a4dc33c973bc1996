// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.starfish.core.Progress;

/**
 * Shows progress in one line that is written over and over, if a person is watching; says nothing into files and
 * pipes.
 */
final class Terminal implements Progress, AutoCloseable {
	private static final long BETWEEN_UPDATES = Duration.ofMillis(100).toNanos();
	private static final int BAR = 24;
	/** How wide the launcher says that the terminal is. */
	private static final int COLUMNS = Math.max(20, Integer.getInteger("starfish.columns", 80));

	private final PrintWriter err;
	private final boolean watched;
	private final BooleanSupplier cancelled;
	private long started = System.nanoTime();
	private long updated = started - BETWEEN_UPDATES;
	private int shown;

	/**
	 * @param err where progress is shown
	 * @param watched whether that is a terminal
	 * @param cancelled whether the work is to stop
	 */
	Terminal(PrintWriter err, boolean watched, BooleanSupplier cancelled) {
		this.err = err;
		this.watched = watched;
		this.cancelled = cancelled;
	}

	/** Progress on standard error, if the launcher says that it is a terminal. */
	static Terminal on(PrintWriter err, BooleanSupplier cancelled) {
		return new Terminal(err, Boolean.getBoolean("starfish.terminal"), cancelled);
	}

	/** Another piece of work begins, which the time left is counted for. */
	void begin() {
		started = System.nanoTime();
	}

	@Override
	public void report(String task, double fraction) {
		if (cancelled.getAsBoolean()) {
			throw new CancellationException();
		}
		long now = System.nanoTime();
		if (!watched || now - updated < BETWEEN_UPDATES) {
			return;
		}
		updated = now;
		int done = (int) Math.round(BAR * fraction);
		String left = fraction > 0.02 && fraction < 1 ? "  " + remaining((now - started) / 1e9 / fraction * (1 - fraction)) : "";
		String line = String.format(Locale.ROOT, "%s%s %3.0f %%  %s%s", "\u2588".repeat(done), "\u2591".repeat(BAR - done),
				100 * fraction, task, left);
		if (line.length() >= COLUMNS) {
			// A line that wraps cannot be written over.
			line = line.substring(0, COLUMNS - 1);
		}
		err.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
		err.flush();
		shown = line.length();
	}

	private static String remaining(double seconds) {
		long whole = Math.round(seconds);
		return whole < 60 ? whole + " s left" : whole / 60 + " min " + whole % 60 + " s left";
	}

	/** Wipes the line, so that something else can be printed. */
	void wipe() {
		if (shown > 0) {
			err.print("\r" + " ".repeat(shown) + "\r");
			err.flush();
			shown = 0;
		}
	}

	@Override
	public void close() {
		wipe();
	}
}
