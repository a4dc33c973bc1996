// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.starfish.core.importing.ModelImporters;

/** What a script can tell from a command's exit status, and a person from its help. */
class ExitStatusTest {
	private static final int COLUMNS = 80;

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "info", "classify", "activations", "gradient", "synthesize" })
	void helpIsDoneAndFitsATerminal(String command) {
		CommandRun run = CommandRun.of(command, "--help");
		assertEquals(0, run.status(), run.err());
		assertTrue(run.out().startsWith("Usage: starfish " + command), run.out());
		run.out().lines().forEach(line -> assertTrue(line.length() <= COLUMNS, line));
	}

	@Test
	void outputThatCannotBeWrittenFails() {
		var full = new PrintWriter(new OutputStream() {
			@Override
			public void write(int value) throws IOException {
				throw new IOException("No space left on device");
			}
		});
		var err = new StringWriter();
		assertEquals(1, StarfishCommand.run(full, new PrintWriter(err, true), "presets"));
		assertTrue(err.toString().startsWith("starfish: standard output could not be written"), err.toString());
	}

	@Test
	void shortMemoryEndsInOneSentence() {
		var err = new StringWriter();
		BooleanSupplier outOfMemory = () -> {
			throw new OutOfMemoryError("Java heap space");
		};
		int status = StarfishCommand.run(ModelImporters.builtIn(), outOfMemory, new PrintWriter(new StringWriter()),
				new PrintWriter(err, true), "synthesize", "tidepool", "--unit", "starfish", "--out",
				folder.resolve("x.png").toString());
		assertEquals(1, status);
		assertTrue(err.toString().lines().allMatch(line -> !line.startsWith("\tat ")), err.toString());
		assertTrue(err.toString().contains("starfish: "), err.toString());
	}

	@Test
	void versionIsDone() {
		CommandRun run = CommandRun.of("--version");
		assertEquals(0, run.status(), run.err());
		assertTrue(run.out().startsWith("starfish "), run.out());
	}

	@ParameterizedTest
	@ValueSource(strings = { "info", "info m.onnx --nonsense", "nonsense", "synthesize m.onnx --out x.png",
			"synthesize m.onnx --unit a:1", "synthesize m.onnx --unit a:1 --out x.png --seed many" })
	void wrongUsageIsTwo(String arguments) {
		CommandRun run = CommandRun.of(arguments.split(" "));
		assertEquals(2, run.status(), run.err());
		assertTrue(run.out().isEmpty(), run.out());
		assertTrue(run.err().startsWith("starfish: ") && run.err().contains("Usage: starfish"), run.err());
		assertTrue(run.err().strip().endsWith("--help tells more."), run.err());
	}

	@Test
	void sayingNothingIsWrongUsageAndListsTheCommands() {
		CommandRun run = CommandRun.of();
		assertEquals(2, run.status());
		assertTrue(run.err().contains("synthesize") && run.err().contains("replay"), run.err());
	}

	@Test
	void aMissingModelFailsAndIsNamed() {
		String model = folder.resolve("missing.onnx").toString();
		CommandRun run = CommandRun.of("info", model);
		run.assertRefused("info");
		assertTrue(run.err().contains(model), run.err());
	}
}
