// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui;

import org.eclipse.core.runtime.jobs.Job;

/**
 * A job that works for somebody, such as a part. The owner is a family of jobs: when the part closes, it cancels what
 * still works for it. All jobs of Starfish are of the family {@link #FAMILY}.
 */
public abstract class OwnedJob extends Job {
	/** The family of all jobs of Starfish. */
	public static final Object FAMILY = OwnedJob.class;

	private final Object owner;

	/**
	 * @param name for the user's eyes
	 * @param owner whom it works for
	 */
	protected OwnedJob(String name, Object owner) {
		super(name);
		this.owner = owner;
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == FAMILY || family == owner;
	}
}
