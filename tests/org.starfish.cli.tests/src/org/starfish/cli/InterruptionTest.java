// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.starfish.core.model.ModelFile;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.testkit.PlainJava;

/** Ctrl-C, as the operating system delivers it. */
class InterruptionTest {
	@TempDir
	private Path folder;

	@Test
	@Tag("slow")
	@EnabledOnOs(OS.LINUX)
	void controlCKeepsThePictureAndEndsWithOneSentence() throws Exception {
		assumeFalse(ignored(), "skipped: the tests were started so that Ctrl-C is ignored");
		Path picture = folder.resolve("a.png");
		PlainJava.Result run = PlainJava.run(Duration.ofMinutes(2), InterruptedLauncher.class,
				System.getProperty(ModelFile.EXAMPLES), "synthesize", "tidepool", "--unit", "starfish", "--steps", "100000",
				"--size", "32", "--out", picture.toString());
		assertEquals(130, run.status(), run.err());
		assertEquals("starfish: cancelled; " + picture + " holds what was drawn so far.", run.err().strip());
		assertTrue(run.out().startsWith(picture + ": starfish p "), run.out());
		assertTrue(RecipeFile.read(picture).stoppedAfter().orElseThrow() > 0);
	}

	/** A shell starts what it runs in the background so, and children inherit it. */
	private static boolean ignored() throws IOException {
		String mask = Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("SigIgn:"))
				.findFirst().orElseThrow().split("\\s+")[1];
		return (Long.parseUnsignedLong(mask, 16) & 1L << 1) != 0;
	}
}
