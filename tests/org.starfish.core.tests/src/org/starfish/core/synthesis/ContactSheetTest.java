// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.starfish.core.StarfishException;
import org.starfish.core.synthesis.ContactSheet.Entry;
import org.starfish.core.synthesis.ContactSheet.Result;

class ContactSheetTest {
	@TempDir
	private Path folder;

	@Test
	void itIsReadAsItWasWritten() throws StarfishException {
		Path file = folder.resolve("conv3.sheet.json");
		var sheet = new ContactSheet(List.of(new Entry("0.png", "conv3:0"), new Entry("1.png", "conv3:1"),
				new Entry("more/2.png", "conv3:2"), new Entry("3.png", "conv3:3"), new Entry("4.png", "conv3:4")));
		ContactSheet filled = sheet.with("0.png", new Result(12.5, 1, false)).with("1.png", new Result(-3, 0, true))
				.with("more/2.png", "There is no layer 'conv3'.").without(List.of("3.png"));
		filled.write(file);
		assertEquals(filled, ContactSheet.read(file));
		assertEquals(List.of("0.png", "1.png", "more/2.png", "4.png"),
				filled.entries().stream().map(Entry::picture).toList());
		sheet.with("0.png", new Result(Double.NaN, 3, false)).write(file);
		assertTrue(Double.isNaN(ContactSheet.read(file).entry("0.png").orElseThrow().result().orElseThrow().score()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{}", "{\"schemaVersion\": 1}", "{\"schemaVersion\": 2, \"pictures\": []}",
			"{\"schemaVersion\": 1, \"pictures\": {}}", "{\"schemaVersion\": 1, \"pictures\": [7]}",
			"{\"schemaVersion\": 1, \"pictures\": [{\"picture\": \"a.png\"}]}",
			"{\"schemaVersion\": \"x\", \"pictures\": []}",
			"{\"schemaVersion\": 1, \"pictures\": [{\"picture\": \"\", \"label\": \"x\"}]}",
			"{\"schemaVersion\": 1, \"pictures\": [{\"picture\": [], \"label\": {}}]}",
			"{\"schemaVersion\": 1, \"pictures\": [{\"picture\": null, \"label\": \"x\"}]}",
			"{\"schemaVersion\": 1, \"pictures\": [{\"picture\": \"a\", \"label\": \"x\", \"rank\": \"first\"}]}" })
	void damageIsToldInASentence(String text) throws Exception {
		Path file = Files.writeString(folder.resolve("x.sheet.json"), text);
		String sentence = assertThrows(StarfishException.class, () -> ContactSheet.read(file)).getMessage();
		assertTrue(sentence.contains("x.sheet.json") && sentence.endsWith("."), sentence);
	}
}
