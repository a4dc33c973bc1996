// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.contenttype;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Recognizes Keras models: HDF5 files with the attributes that Keras writes, and {@code .keras} files. */
public final class KerasDescriber extends ModelDescriber {
	private static final Set<String> ENTRIES = Set.of("config.json", "model.weights.h5");
	private static final String HDF5 = "\u0089HDF\r\n\u001a\n";
	private static final List<String> ATTRIBUTES = List.of("model_config", "layer_names", "keras_version");

	@Override
	int describe(byte[] head, InputStream contents) throws IOException {
		if (ZipEntryNames.isZip(head)) {
			return new ZipEntryNames(contents).containAll(ENTRIES) ? VALID : INVALID;
		}
		String text = new String(head, StandardCharsets.ISO_8859_1);
		return text.startsWith(HDF5) && ATTRIBUTES.stream().anyMatch(text::contains) ? VALID : INDETERMINATE;
	}
}
