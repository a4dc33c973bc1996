// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;

/** A project of the workspace with the files that a test puts into it. */
public final class TestProject {
	private final IProject project;

	/**
	 * Makes an empty project.
	 */
	public TestProject(String name) throws CoreException {
		project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
		project.create(null);
		project.open(null);
	}

	/** The project itself. */
	public IProject project() {
		return project;
	}

	/** Copies a file into the project. */
	public IFile copy(Path file) throws CoreException, IOException {
		return write(file.getFileName().toString(), Files.readAllBytes(file));
	}

	/** Makes a file of the project that is a link to one outside the workspace, such as a large model. */
	public IFile link(Path file) throws CoreException {
		IFile link = project.getFile(file.getFileName().toString());
		link.createLink(IPath.fromPath(file), IResource.NONE, null);
		return link;
	}

	/** Writes a file of the project. */
	public IFile write(String name, byte[] content) throws CoreException {
		IFile file = project.getFile(name);
		file.create(new ByteArrayInputStream(content), IResource.NONE, null);
		return file;
	}
}
