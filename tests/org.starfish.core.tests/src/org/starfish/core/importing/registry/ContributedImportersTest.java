// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.RegistryFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.importing.ModelImporters;

/** Importers of other bundles; this bundle's fragment.xml contributes one that works and one whose class is absent. */
class ContributedImportersTest {
	@TempDir
	Path folder;

	@BeforeEach
	void needEclipse() {
		Assumptions.assumeTrue(RegistryFactory.getRegistry() != null, "skipped: no Eclipse runs here");
	}

	@Test
	void anotherBundlesFormatOpens() throws Exception {
		var network = ContributedImporters.all().read(write("model.urchin", "urchin 5"), Progress.NONE);
		assertEquals("Urchin", network.format());
	}

	@Test
	void theCoresOwnFormatsComeFirst() {
		List<String> own = ModelImporters.builtIn().formats();
		List<String> all = ContributedImporters.all().formats();
		assertEquals(own, all.subList(0, own.size()));
		assertTrue(all.contains("Urchin"));
	}

	@Test
	void aBrokenContributionRecognizesNothing() throws Exception {
		Path text = write("text", "no model");
		var trouble = assertThrows(StarfishException.class, () -> ContributedImporters.all().read(text, Progress.NONE));
		assertEquals("text is no model that Starfish can open; it opens ONNX, Keras, DL4J, Absent, Urchin.",
				trouble.getMessage());
	}

	private Path write(String name, String text) throws IOException {
		return Files.writeString(folder.resolve(name), text);
	}
}
