// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import java.io.IOException;
import java.nio.file.Path;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.importing.ModelImporter;
import org.starfish.core.network.Network;

/** Reads DL4J models. */
public final class Dl4jImporter implements ModelImporter {
	@Override
	public String format() {
		return "DL4J";
	}

	@Override
	public boolean matches(Path file, byte[] head) throws IOException {
		return false;
	}

	@Override
	public Network read(Path file, Progress progress) throws StarfishException, IOException {
		throw new StarfishException("DL4J models cannot be read.");
	}
}
