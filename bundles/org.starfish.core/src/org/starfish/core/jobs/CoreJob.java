// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.jobs;

import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;

/**
 * A job that does a piece of the core's work. Expected trouble is told in one sentence to whoever asked for the work, to
 * be shown in place, and ends the job without an error. A defect of the program is told so, too, and ends the job with
 * the exception, which Eclipse logs.
 */
public abstract class CoreJob extends Job {
	/** The family of all jobs of Starfish. */
	public static final Object FAMILY = "org.starfish.core.jobs";

	private final Object owner;

	/**
	 * @param name for the user's eyes
	 * @param owner the part that wants the work; a family of its own, so that the part can cancel all of its jobs
	 */
	protected CoreJob(String name, Object owner) {
		super(name);
		this.owner = owner;
	}

	/**
	 * Does the work, on the job's thread.
	 *
	 * @param progress to be told how far the work is; cancels it
	 * @throws StarfishException if there is trouble that a user can do something about
	 * @throws CancellationException if the work was cancelled
	 */
	protected abstract void work(Progress progress) throws StarfishException;

	/**
	 * The work has failed.
	 *
	 * @param sentence what is wrong and what to do, for the user's eyes
	 */
	protected abstract void failed(String sentence);

	@Override
	public final boolean belongsTo(Object family) {
		return family == FAMILY || family == owner || family == getClass();
	}

	@Override
	protected final IStatus run(IProgressMonitor monitor) {
		try {
			work(new MonitorProgress(getName(), monitor));
			return Status.OK_STATUS;
		} catch (CancellationException e) {
			return Status.CANCEL_STATUS;
		} catch (StarfishException e) {
			failed(e.getMessage());
			return new Status(IStatus.INFO, getClass(), e.getMessage());
		} catch (OutOfMemoryError e) {
			String sentence = "The memory does not suffice for that; close other models, or raise the limit with -Xmx.";
			failed(sentence);
			return new Status(IStatus.INFO, getClass(), sentence);
		} catch (RuntimeException | Error e) {
			failed("Starfish has failed to do that; the error log says more (%s).".formatted(e));
			throw e;
		} finally {
			monitor.done();
		}
	}
}
