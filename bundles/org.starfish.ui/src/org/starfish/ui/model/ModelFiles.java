// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.content.IContentDescription;
import org.eclipse.core.runtime.content.IContentType;

/** Finds the model files of the workspace. Reads the beginning of files, so it has no place on the UI thread. */
public final class ModelFiles {
	/** The content type that those of all formats are kinds of. */
	public static final String CONTENT_TYPE = "org.starfish.ui.model";

	private ModelFiles() {
	}

	/** Whether a file holds a model, as far as its beginning tells. */
	public static boolean isModel(IFile file) {
		try {
			IContentDescription description = file.isAccessible() ? file.getContentDescription() : null;
			return description != null && description.getContentType().isKindOf(modelType());
		} catch (CoreException e) {
			// It is gone or cannot be read: there is no model for us.
			return false;
		}
	}

	/**
	 * All model files in the open projects at or below a container, in the order of the workspace.
	 *
	 * @throws OperationCanceledException if the monitor says so
	 */
	public static List<IFile> below(IContainer container, IProgressMonitor monitor) throws CoreException {
		var files = new ArrayList<IFile>();
		container.accept(proxy -> {
			if (monitor.isCanceled()) {
				throw new OperationCanceledException();
			}
			if (proxy.getType() == IResource.FILE && !proxy.isDerived() && mayBeModel(proxy.getName())) {
				files.add((IFile) proxy.requestResource());
			}
			return !proxy.isHidden() && !proxy.isTeamPrivateMember();
		}, IResource.NONE);
		files.removeIf(file -> !isModel(file));
		return files;
	}

	/** Asks for the name first, since the content of all files of a workspace is much to read. */
	private static boolean mayBeModel(String name) {
		for (IContentType type : Platform.getContentTypeManager().findContentTypesFor(name)) {
			if (type.isKindOf(modelType())) {
				return true;
			}
		}
		return false;
	}

	private static IContentType modelType() {
		return Platform.getContentTypeManager().getContentType(CONTENT_TYPE);
	}
}
