// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.jobs;

import org.starfish.core.MemoryLimit;
import org.starfish.core.importing.registry.ContributedImporters;
import org.starfish.core.model.OpenNetworks;

/** The networks that are open in this IDE: the parts that show the same one share it. */
public final class SharedNetworks {
	/** Made when it is asked for first. */
	private static final class Holder {
		static final OpenNetworks NETWORKS = new OpenNetworks(ContributedImporters.all(), MemoryLimit.ofVirtualMachine());
	}

	private SharedNetworks() {
	}

	/** The one that all parts use. Needs a running Eclipse. */
	public static OpenNetworks get() {
		return Holder.NETWORKS;
	}
}
