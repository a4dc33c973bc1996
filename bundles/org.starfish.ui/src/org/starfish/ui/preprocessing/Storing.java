// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.preprocessing;

import java.nio.file.Path;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.starfish.core.StarfishException;
import org.starfish.core.jobs.WriteJob;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.core.preprocessing.Sidecar;

/**
 * Stores a preprocessing beside a model, and lets the workspace know.
 *
 * @param network that the model was opened as
 * @param model the file
 * @param preprocessing to be stored
 * @param reason why it is the right one
 */
record Storing(OpenNetwork network, Path model, Preprocessing preprocessing, String reason)
		implements WriteJob.Writing {
	@Override
	public void write() throws StarfishException {
		network.store(preprocessing, reason);
		for (IFile file : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(Sidecar.file(model).toUri())) {
			try {
				file.refreshLocal(IResource.DEPTH_ZERO, null);
			} catch (CoreException e) {
				// It is stored all the same; only views of the workspace do not show it yet.
				ILog.get().log(e.getStatus());
			}
		}
	}
}
