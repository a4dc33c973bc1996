// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IPath;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.ide.ResourceUtil;

/** Finds the file behind what an editor is opened on. */
final class ModelInput {
	private ModelInput() {
	}

	/** The file on this computer; empty if there is none, as for a revision of a repository. */
	static Optional<Path> file(IEditorInput input) {
		IFile file = ResourceUtil.getFile(input);
		if (file != null) {
			return Optional.ofNullable(file.getLocation()).map(IPath::toPath);
		}
		if (input instanceof IURIEditorInput uri && "file".equals(uri.getURI().getScheme())) {
			return Optional.of(Path.of(uri.getURI()));
		}
		return Optional.empty();
	}
}
