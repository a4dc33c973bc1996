// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing;

import java.io.IOException;
import java.nio.file.Path;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.network.Network;

/**
 * Reads models of one format. Implementations have no state and can be used by several threads at once.
 */
public interface ModelImporter {
	/** The name of the format, for the user's eyes. */
	String format();

	/**
	 * Whether a file looks like this format. Cheap: looks at the head of the file, or into the directory of a zip.
	 *
	 * @param file a readable, regular file
	 * @param head its first bytes, at most 4096
	 */
	boolean matches(Path file, byte[] head) throws IOException;

	/**
	 * Reads a model. Weights may stay in the file's bytes until they are asked for. Executes nothing that the file
	 * holds, whatever it holds.
	 *
	 * @param progress told how far the reading is, and cancels it
	 * @throws StarfishException if the file is damaged, or holds what is not supported; names the layer and what can
	 *         be done
	 * @throws IOException if the file cannot be read
	 */
	Network read(Path file, Progress progress) throws StarfishException, IOException;
}
