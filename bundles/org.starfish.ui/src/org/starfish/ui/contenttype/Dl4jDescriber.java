// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.contenttype;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** Recognizes DL4J models: zips that hold a configuration. */
public final class Dl4jDescriber extends ModelDescriber {
	private static final Set<String> ENTRIES = Set.of("configuration.json");

	@Override
	int describe(byte[] head, InputStream contents) throws IOException {
		return ZipEntryNames.isZip(head) && new ZipEntryNames(contents).containAll(ENTRIES) ? VALID : INVALID;
	}
}
