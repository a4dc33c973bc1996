// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IFile;

/**
 * A model that is to be listed. One of which the file has changed is another one.
 *
 * @param location where it is
 * @param path its real path, links followed, by which open networks are known
 * @param modified the workspace's stamp of the file's content
 */
record FoundModel(ModelLocation location, Path path, long modified) {
	/** Of a file of the workspace; empty if it is not in the file system of this computer. Reads the file system. */
	static Optional<FoundModel> of(IFile file) {
		return ModelLocation.of(file)
				.map(location -> new FoundModel(location, real(location.path()), file.getModificationStamp()));
	}

	/** Of one that is open but lies outside the workspace. */
	static FoundModel outside(Path path) {
		return new FoundModel(ModelLocation.outside(path), path, 0);
	}

	private static Path real(Path path) {
		try {
			return path.toRealPath();
		} catch (IOException e) {
			// It has just been deleted; the next search will tell.
			return path;
		}
	}
}
