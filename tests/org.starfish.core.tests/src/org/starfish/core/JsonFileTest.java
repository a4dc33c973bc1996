// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFileTest {
	@TempDir
	private Path folder;

	@Test
	void readsStrictJson() throws Exception {
		Path file = Files.writeString(folder.resolve("a.json"), "{\"a\": [1, 2.5, \"\u00e4\"]}");
		assertEquals("\u00e4", JsonFile.read(file, 100).getAsJsonObject().getAsJsonArray("a").get(2).getAsString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{", "{a: 1}", "{'a': 1}", "[1,]", "[1] 2", "NaN",
			"// no\n1", "{\"a\" 1}", "\u0000" })
	void refusesWhatIsNoJsonInOneSentence(String text) {
		String message = assertThrows(StarfishException.class, () -> JsonFile.parse(text, "x.json")).getMessage();
		assertTrue(message.startsWith("x.json is not valid JSON") && message.endsWith(".")
				&& !message.contains("http"), message);
	}

	@Test
	void refusesAbsurdNesting() {
		String deep = "[".repeat(200_000) + "]".repeat(200_000);
		assertThrows(StarfishException.class, () -> JsonFile.parse(deep, "deep.json"));
	}

	@Test
	void refusesFilesThatAreTooLargeMissingOrNoText() throws Exception {
		Path large = Files.writeString(folder.resolve("large.json"), " ".repeat(101));
		assertTrue(assertThrows(StarfishException.class, () -> JsonFile.read(large, 100)).getMessage()
				.contains("too large"));
		assertThrows(StarfishException.class, () -> JsonFile.read(folder.resolve("missing"), 100));
		assertThrows(StarfishException.class, () -> JsonFile.read(folder, 100));
		Path binary = Files.write(folder.resolve("binary.json"), new byte[] { '"', (byte) 0xff, (byte) 0xfe, '"' });
		assertTrue(assertThrows(StarfishException.class, () -> JsonFile.read(binary, 100)).getMessage()
				.contains("UTF-8"));
	}
}
