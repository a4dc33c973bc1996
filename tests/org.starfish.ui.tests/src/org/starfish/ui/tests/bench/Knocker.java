// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;

/**
 * Asks the thread of the user interface for its turn every few milliseconds, and looks what it does when it does not come.
 * On a machine that does other things besides, a wait is long; what the thread computed meanwhile tells what it would be.
 */
final class Knocker extends Thread {
	/** Nanoseconds from one turn to the next knock. */
	private static final long PERIOD = 4_000_000;
	/** Nanoseconds of waiting from which on it is looked what is being done. */
	private static final long PATIENCE = 12_000_000;
	private static final long LOOK = 2_000_000;
	private static final int FRAMES = 40;
	private static final int TOLD = 3;

	private final Display display;
	private final Thread watched;
	private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
	private volatile boolean ended;
	/** When it was last knocked; 0 once that was answered. */
	private volatile long knocked;
	private Wait longest = Wait.NONE;
	private Wait busiest = Wait.NONE;

	/**
	 * A time without a reaction.
	 *
	 * @param waited nanoseconds
	 * @param computed of these, for which the thread had a processor
	 * @param stack where it was
	 */
	record Wait(long waited, long computed, String stack) {
		static final Wait NONE = new Wait(0, 0, "");
	}

	Knocker(Display display) {
		super("Knocker");
		this.display = display;
		watched = display.getThread();
		setDaemon(true);
		setPriority(MAX_PRIORITY);
	}

	@Override
	public void run() {
		while (!ended) {
			long start = System.nanoTime();
			knocked = start;
			try {
				display.asyncExec(() -> knocked = 0);
			} catch (SWTException e) {
				// It was disposed.
				return;
			}
			await(start);
			LockSupport.parkNanos(PERIOD);
		}
	}

	private void await(long start) {
		long computed = processorTime();
		List<String> seen = new ArrayList<>();
		while (knocked != 0 && !ended) {
			LockSupport.parkNanos(LOOK);
			if (System.nanoTime() - start > PATIENCE) {
				seen.add(describe(watched.getStackTrace()));
			}
		}
		var wait = new Wait(System.nanoTime() - start, processorTime() - computed, seen.isEmpty() ? "" : seen.get(seen.size() / 2));
		synchronized (this) {
			longest = wait.waited() > longest.waited() ? wait : longest;
			busiest = wait.computed() > busiest.computed() ? wait : busiest;
		}
	}

	private long processorTime() {
		return threads.getThreadCpuTime(watched.threadId());
	}

	/** The innermost frames, without what lies below the event loop. */
	private static String describe(StackTraceElement[] frames) {
		List<String> names = Arrays.stream(frames).limit(FRAMES)
				.filter(frame -> !frame.getClassName().startsWith("org.starfish.ui.tests"))
				.map(frame -> "%s.%s".formatted(frame.getClassName().replaceAll(".*\\.", ""), frame.getMethodName())).toList();
		List<String> told = new ArrayList<>(names.subList(0, Math.min(TOLD, names.size())));
		Arrays.stream(frames).skip(TOLD).filter(frame -> frame.getClassName().startsWith("org.starfish.ui.")
				&& !frame.getClassName().startsWith("org.starfish.ui.tests")).limit(2)
				.forEach(frame -> told.add("%s.%s:%d".formatted(frame.getClassName().replaceAll(".*\\.", ""), frame.getMethodName(),
						frame.getLineNumber())));
		return String.join(" < ", told);
	}

	synchronized void reset() {
		longest = Wait.NONE;
		busiest = Wait.NONE;
	}

	/** The longest wait. */
	synchronized Wait longest() {
		return longest;
	}

	/** The wait in which most was computed. */
	synchronized Wait busiest() {
		return busiest;
	}

	void end() {
		ended = true;
	}
}
