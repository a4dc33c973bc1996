// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;

class TerminalTest {
	private static final BooleanSupplier GOES_ON = () -> false;

	private final StringWriter shown = new StringWriter();
	private final PrintWriter err = new PrintWriter(shown, true);

	@Test
	void aLineNeverWraps() {
		new Terminal(err, true, GOES_ON).report("task ".repeat(60), 0.5);
		assertTrue(shown.toString().contains("50 %  task"), shown.toString());
		assertTrue(shown.toString().strip().length() < 80, shown.toString());
	}

	@Test
	void closingLeavesAnEmptyLine() {
		try (var terminal = new Terminal(err, true, GOES_ON)) {
			terminal.report("task", 0.5);
		}
		List<String> lines = Arrays.asList(shown.toString().split("\r"));
		assertTrue(lines.get(lines.size() - 1).isBlank(), shown.toString());
		assertEquals(lines.get(1).length(), lines.get(2).length());
	}

	@Test
	void filesAndPipesSeeNothing() {
		try (var terminal = new Terminal(err, false, GOES_ON)) {
			terminal.report("task", 0.5);
		}
		assertEquals("", shown.toString());
	}

	@Test
	void cancellingIsNoticedAtTheNextReport() {
		var terminal = new Terminal(err, false, () -> true);
		assertThrows(CancellationException.class, () -> terminal.report("task", 0.5));
	}
}
