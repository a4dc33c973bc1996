// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.io.IOException;
import java.nio.file.Path;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.importing.ModelImporter;
import org.starfish.core.network.Network;

/** Reads ONNX models, opset 7 to 21 of the default domain, with weights in the file or in files beside it. */
public final class OnnxImporter implements ModelImporter {
	@Override
	public String format() {
		return "ONNX";
	}

	@Override
	public boolean matches(Path file, byte[] head) {
		return OnnxFile.looksLike(file, head);
	}

	@Override
	public Network read(Path file, Progress progress) throws StarfishException, IOException {
		progress.report("Reading " + file.getFileName(), 0);
		return new GraphReader(file, OnnxFile.read(file), progress).read();
	}
}
