// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;

/**
 * What one command did.
 *
 * @param status its exit status
 * @param out what it said on standard output
 * @param err what it said on standard error
 */
record CommandRun(int status, String out, String err) {
	static final Duration LIMIT = Duration.ofSeconds(30);

	/** Runs a command in this virtual machine; fails if it takes longer than the limit. */
	static CommandRun of(String... arguments) {
		var out = new StringWriter();
		var err = new StringWriter();
		int status = assertTimeoutPreemptively(LIMIT,
				() -> StarfishCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments),
				() -> String.join(" ", arguments));
		return new CommandRun(status, out.toString(), err.toString());
	}

	/** Asserts that it did its work, or gave up with one sentence. */
	void assertDecent(String what) {
		if (status != 0) {
			assertRefused(what);
		} else {
			assertFalse(err.contains("\tat "), () -> what + ": " + err);
		}
	}

	/** Asserts that it gave up with one sentence for the user's eyes. */
	void assertRefused(String what) {
		assertEquals(1, status, () -> what + ": " + err);
		List<String> lines = err.lines().filter(line -> !line.startsWith("Preprocessing: ")).toList();
		assertEquals(1, lines.size(), () -> what + ": " + err);
		String sentence = lines.get(0);
		assertTrue(sentence.startsWith("starfish: ") && sentence.endsWith("."), () -> what + ": " + sentence);
		assertFalse(sentence.contains("inside Starfish") || sentence.contains("Exception:"), () -> what + ": " + sentence);
	}
}
