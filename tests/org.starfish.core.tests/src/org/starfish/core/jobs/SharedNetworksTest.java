// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.RegistryFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.starfish.core.Progress;

class SharedNetworksTest {
	@Test
	void allPartsShareThemAndContributedFormatsOpen(@TempDir Path folder) throws Exception {
		Assumptions.assumeTrue(RegistryFactory.getRegistry() != null, "skipped: no Eclipse runs here");
		Path file = Files.writeString(folder.resolve("model.urchin"), "urchin 5");
		assertSame(SharedNetworks.get(), SharedNetworks.get());
		try (var network = SharedNetworks.get().open(file, Progress.NONE)) {
			assertEquals("Urchin", network.network().format());
		}
		assertEquals(List.of(), SharedNetworks.get().files());
	}
}
