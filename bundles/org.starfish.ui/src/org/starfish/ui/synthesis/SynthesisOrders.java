// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.osgi.util.NLS;
import org.starfish.core.StarfishException;
import org.starfish.core.jobs.SynthesisOrder;
import org.starfish.core.jobs.SynthesisPreparation.Models;
import org.starfish.core.jobs.SynthesisStore;
import org.starfish.core.model.Model;
import org.starfish.core.synthesis.CheckpointFile;
import org.starfish.ui.model.ModelLocation;

/** Makes orders of requests: with recipes, from now on in the store, and with folders for the pictures. */
final class SynthesisOrders {
	private final SynthesisStore store;

	SynthesisOrders(SynthesisStore store) {
		this.store = store;
	}

	/**
	 * Makes the orders. Reads whole models.
	 *
	 * @throws StarfishException if a model cannot be read, a folder not be made, or the store not be written
	 */
	List<SynthesisOrder> of(List<SynthesisRequest> requests, Models models) throws StarfishException {
		Map<ModelLocation, String> digests = new HashMap<>();
		Set<IContainer> folders = new HashSet<>();
		List<CheckpointFile> begun = new ArrayList<>();
		for (SynthesisRequest request : requests) {
			Model model = models.open(request.model().path());
			String digest = digests.get(request.model());
			if (digest == null) {
				digest = model.file().sha256();
				digests.put(request.model(), digest);
			}
			if (folders.add(request.picture().getParent())) {
				make(request.picture().getParent());
			}
			begun.add(new CheckpointFile(request.path(), request.begin(model, digest)));
		}
		return store.add(begun);
	}

	private static void make(IContainer container) throws StarfishException {
		try {
			if (container instanceof IFolder folder) {
				make(folder);
			}
		} catch (CoreException e) {
			throw new StarfishException(
					NLS.bind(Messages.SynthesisOrders_folder, container.getFullPath().makeRelative(), e.getMessage()), e);
		}
	}

	private static void make(IFolder folder) throws CoreException {
		folder.refreshLocal(IResource.DEPTH_ZERO, null);
		if (!folder.exists()) {
			if (folder.getParent() instanceof IFolder parent) {
				make(parent);
			}
			folder.create(true, true, null);
		}
	}
}
