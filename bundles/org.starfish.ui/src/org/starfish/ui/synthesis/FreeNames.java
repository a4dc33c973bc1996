// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.starfish.core.synthesis.recipe.RecipeFile;

/** Names of files in a folder of the workspace that no other picture has, or will have. */
public final class FreeNames {
	private final IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
	private final IPath folder;
	private final Set<IFile> taken = new HashSet<>();

	/**
	 * @param folder in the workspace; may be missing
	 */
	public FreeNames(IPath folder) {
		this.folder = folder;
	}

	/** Whether the folder is in an open project, so that files can lie in it. */
	public boolean isFolder() {
		return folder.segmentCount() > 0 && root.getProject(folder.segment(0)).isAccessible()
				&& root.getProject(folder.segment(0)).getLocation() != null;
	}

	/** A file of a name, or with a number added to it if there is one already. */
	public IFile take(String name) {
		String stem = name.replaceFirst("\\.png$", "");
		IFile file = root.getFile(folder.append(name));
		for (int number = 2; isTaken(file); number++) {
			file = root.getFile(folder.append("%s-%d.png".formatted(stem, number)));
		}
		taken.add(file);
		return file;
	}

	private boolean isTaken(IFile file) {
		if (taken.contains(file) || file.exists() || SynthesisRuns.ofWorkbench().isPromised(file)) {
			return true;
		}
		IPath location = file.getLocation();
		return location != null
				&& (Files.exists(location.toPath()) || Files.exists(RecipeFile.beside(location.toPath())));
	}
}
