// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.starfish.core.jobs.OpenNetworkJob;
import org.starfish.core.model.OpenNetwork;
import org.starfish.ui.OwnedJob;

/**
 * Holds a network until those who are about to open it have done so: a picker closes before the editor, which it opens,
 * has the network, which would then be loaded twice.
 */
final class HandOver extends OwnedJob {
	private final OpenNetwork network;

	/**
	 * @param network to be closed then
	 */
	HandOver(OpenNetwork network) {
		super(Messages.HandOver_name, network);
		this.network = network;
		setSystem(true);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		try {
			Job.getJobManager().join(OpenNetworkJob.class, monitor);
			return Status.OK_STATUS;
		} catch (OperationCanceledException | InterruptedException e) {
			return Status.CANCEL_STATUS;
		} finally {
			network.close();
		}
	}
}
