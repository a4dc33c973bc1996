// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

import org.starfish.core.StarfishException;

/**
 * What tells whether a file is still the one that was read.
 *
 * @param path its real path, links followed
 * @param size in bytes
 * @param modified when it was written last
 */
record FileVersion(Path path, long size, FileTime modified) {
	static FileVersion of(Path file) throws StarfishException {
		try {
			Path real = file.toRealPath();
			BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
			return new FileVersion(real, attributes.size(), attributes.lastModifiedTime());
		} catch (NoSuchFileException e) {
			throw new StarfishException("There is no file %s.".formatted(file), e);
		} catch (IOException e) {
			throw new StarfishException("%s cannot be read; check its permissions.".formatted(file), e);
		}
	}
}
