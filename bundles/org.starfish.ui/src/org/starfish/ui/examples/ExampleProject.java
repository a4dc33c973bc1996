// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.examples;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;
import org.osgi.framework.Bundle;

/** A project of the workspace made from the small network that comes with Starfish. */
public final class ExampleProject {
	/** What the project is called if nobody says otherwise. */
	public static final String NAME = "tidepool";
	/** The file of it that holds the network. */
	public static final String MODEL = "tidepool.zip";

	private static final String BUNDLE = "org.starfish.examples";
	private static final String FOLDER = "tidepool";

	private final String name;

	/**
	 * @param name what the project is called
	 */
	public ExampleProject(String name) {
		this.name = name;
	}

	/** The project, which need not exist. */
	public IProject project() {
		return ResourcesPlugin.getWorkspace().getRoot().getProject(name);
	}

	/**
	 * Makes the project: the model with its sidecar file and labels, and the pictures. One that failed or was cancelled
	 * halfway is deleted again.
	 *
	 * @throws CoreException if there is such a project, or it cannot be written
	 */
	public IProject create(IProgressMonitor monitor) throws CoreException {
		IProject project = project();
		project.getWorkspace().run(progress -> fill(project, progress), project, IWorkspace.AVOID_UPDATE, monitor);
		return project;
	}

	private void fill(IProject project, IProgressMonitor monitor) throws CoreException {
		List<URL> files = files();
		SubMonitor progress = SubMonitor.convert(monitor, files.size() + 1);
		project.create(progress.split(1));
		boolean done = false;
		try {
			project.open(null);
			for (URL file : files) {
				copy(file, project, progress.split(1));
			}
			done = true;
		} finally {
			if (!done) {
				project.delete(true, true, null);
			}
		}
	}

	private List<URL> files() throws CoreException {
		Bundle bundle = Platform.getBundle(BUNDLE);
		var entries = bundle == null ? null : bundle.findEntries(FOLDER, "*", true);
		if (entries == null) {
			throw new CoreException(Status.error(Messages.ExampleProject_missing));
		}
		var files = new ArrayList<>(Collections.list(entries));
		files.removeIf(file -> file.getPath().endsWith("/"));
		return files;
	}

	private void copy(URL source, IProject project, IProgressMonitor monitor) throws CoreException {
		IFile file = project.getFile(IPath.fromOSString(source.getPath()).removeFirstSegments(1));
		makeFolders(file.getParent());
		try (InputStream in = source.openStream()) {
			file.create(in, IResource.FORCE, monitor);
		} catch (IOException e) {
			throw new CoreException(Status.error(NLS.bind(Messages.ExampleProject_failed, name, e.getMessage()), e));
		}
	}

	private static void makeFolders(IContainer container) throws CoreException {
		if (container instanceof IFolder folder && !folder.exists()) {
			makeFolders(folder.getParent());
			folder.create(IResource.FORCE, true, null);
		}
	}
}
