// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core;

import java.nio.file.Path;

/** How files that are kept name other files, so that they can be moved together. */
public final class RelativePath {
	private RelativePath() {
	}

	/**
	 * The way from a folder to a file.
	 *
	 * @param file absolute
	 * @param folder absolute
	 * @return the path with slashes; absolute if there is no such way, as between drives
	 */
	public static String of(Path file, Path folder) {
		Path path = file.getRoot().equals(folder.getRoot()) ? folder.relativize(file) : file;
		return path.toString().replace('\\', '/');
	}
}
