// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.io.IOException;
import java.nio.file.Path;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.importing.ModelImporter;
import org.starfish.core.network.Network;

/** Reads ONNX models. */
public final class OnnxImporter implements ModelImporter {
	@Override
	public String format() {
		return "ONNX";
	}

	@Override
	public boolean matches(Path file, byte[] head) throws IOException {
		return false;
	}

	@Override
	public Network read(Path file, Progress progress) throws StarfishException, IOException {
		throw new StarfishException("ONNX models cannot be read.");
	}
}
