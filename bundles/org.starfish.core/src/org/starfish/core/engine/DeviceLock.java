// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Lets one device do one thing at a time. Taken for each step of a plan: interactive steps go first, so that a forward
 * pass for the screen waits for no more than the current step of a long synthesis; of equals, whoever waits longest.
 */
final class DeviceLock {
	/** The one device that there is. */
	static final DeviceLock DEVICE = new DeviceLock();

	/** One waiting thread. */
	private record Ticket(Priority priority, long number) {
	}

	private final PriorityQueue<Ticket> waiting = new PriorityQueue<>(
			Comparator.comparing(Ticket::priority).thenComparingLong(Ticket::number));
	private long tickets;
	private boolean taken;

	/** Runs a step when it is its turn. A step must not run another one. */
	void run(Priority priority, Runnable step) {
		take(priority);
		try {
			step.run();
		} finally {
			release();
		}
	}

	/** How many threads wait for their turn. */
	synchronized int waiting() {
		return waiting.size();
	}

	private synchronized void take(Priority priority) {
		var ticket = new Ticket(priority, tickets++);
		waiting.add(ticket);
		boolean interrupted = false;
		while (taken || waiting.peek() != ticket) {
			try {
				wait();
			} catch (InterruptedException e) {
				// A step is short, and its caller asks between steps whether it is to stop.
				interrupted = true;
			}
		}
		waiting.remove();
		taken = true;
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private synchronized void release() {
		taken = false;
		notifyAll();
	}
}
