// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.jobs;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.starfish.core.MemoryLimit;
import org.starfish.core.engine.Engine;
import org.starfish.core.importing.registry.ContributedImporters;
import org.starfish.core.model.OpenNetworks;

/** The networks that are open in this IDE: the parts that show the same one share it. */
public final class SharedNetworks {
	/** Made when it is asked for first. */
	private static final class Holder {
		static final OpenNetworks NETWORKS = new OpenNetworks(ContributedImporters.all(), MemoryLimit.ofVirtualMachine());

		static {
			// Takes some tenths of a second, which pass while the first model is read.
			Job.createSystem("Starting the engine", (ICoreRunnable) monitor -> Engine.description()).schedule();
		}
	}

	private SharedNetworks() {
	}

	/** The one that all parts use. Needs a running Eclipse. */
	public static OpenNetworks get() {
		return Holder.NETWORKS;
	}
}
