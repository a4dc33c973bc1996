// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.jobs;

import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.starfish.core.Progress;

/** Passes progress on to a monitor, and its cancel back. */
final class MonitorProgress implements Progress {
	private static final int TICKS = 1000;

	private final IProgressMonitor monitor;
	private String task = "";
	private int done;

	MonitorProgress(String name, IProgressMonitor monitor) {
		this.monitor = monitor;
		monitor.beginTask(name, TICKS);
	}

	@Override
	public void report(String what, double fraction) {
		if (monitor.isCanceled()) {
			throw new CancellationException();
		}
		if (!what.isEmpty() && !what.equals(task)) {
			task = what;
			monitor.subTask(what);
		}
		int reached = (int) (Math.clamp(fraction, 0.0, 1.0) * TICKS);
		if (reached > done) {
			monitor.worked(reached - done);
			done = reached;
		}
	}
}
