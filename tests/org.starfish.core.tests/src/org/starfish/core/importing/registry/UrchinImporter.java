// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.registry;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.importing.ModelImporter;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;

/** An importer of a format that only the tests know: a file that begins with the word urchin. */
public final class UrchinImporter implements ModelImporter {
	@Override
	public String format() {
		return "Urchin";
	}

	@Override
	public boolean matches(Path file, byte[] head) {
		return new String(head, StandardCharsets.US_ASCII).startsWith("urchin");
	}

	@Override
	public Network read(Path file, Progress progress) throws StarfishException {
		var builder = new Network.Builder(file);
		builder.input("spines", Shape.vector(5));
		return builder.build(format(), List.of("spines"));
	}
}
