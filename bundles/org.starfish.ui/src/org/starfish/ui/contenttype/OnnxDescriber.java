// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.contenttype;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

import org.starfish.core.importing.ModelImporters;

/** Recognizes ONNX models, which begin with the fields of a protobuf message. */
public final class OnnxDescriber extends ModelDescriber {
	private final ModelImporters importers = ModelImporters.builtIn();

	@Override
	int describe(byte[] head, InputStream contents) throws IOException {
		if (isOnnx("model", head)) {
			return VALID;
		}
		return isOnnx("model.onnx", head) ? INDETERMINATE : INVALID;
	}

	private boolean isOnnx(String name, byte[] head) throws IOException {
		return importers.format(Path.of(name), head).filter("ONNX"::equals).isPresent();
	}
}
