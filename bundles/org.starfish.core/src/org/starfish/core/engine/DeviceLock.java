// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine;

import java.util.concurrent.locks.ReentrantLock;

/** Lets one device do one thing at a time; whoever waits longest goes first. Taken for each step of a plan. */
final class DeviceLock {
	private static final ReentrantLock LOCK = new ReentrantLock(true);

	private DeviceLock() {
	}

	/** Runs a step when it is its turn. */
	static void run(Runnable step) {
		LOCK.lock();
		try {
			step.run();
		} finally {
			LOCK.unlock();
		}
	}
}
