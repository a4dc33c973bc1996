// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.starfish.core.StarfishException;
import org.starfish.testkit.TestData;

class LabelsTest {
	private static final Labels SEA = Labels.of(List.of("n02317335 starfish, sea star", "n01917289 brain_coral",
			"crane", "crane", "sea urchin", "Sea Cucumber, holothurian"));

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "starfish", "STARFISH", "sea star", "sea_star", " Sea  Star ", "starfish, sea star",
			"n02317335" })
	void aClassAnswersToEachOfItsNames(String name) throws Exception {
		assertEquals(0, SEA.indexOf(name));
	}

	@Test
	void underscoresAreSpacesInLabelsToo() throws Exception {
		assertEquals(1, SEA.indexOf("brain coral"));
		assertEquals(5, SEA.indexOf("sea cucumber"));
	}

	@Test
	void anAmbiguousNameListsTheCandidates() {
		String message = assertThrows(StarfishException.class, () -> SEA.indexOf("crane")).getMessage();
		assertTrue(message.contains("crane (2)") && message.contains("crane (3)"), message);
	}

	@Test
	void anUnknownNameListsSimilarOnesTheNearestFirst() {
		String message = assertThrows(StarfishException.class, () -> SEA.indexOf("starfisch")).getMessage();
		assertTrue(message.contains("are: starfish, sea star (0)"), message);
		message = assertThrows(StarfishException.class, () -> SEA.indexOf("coral")).getMessage();
		assertTrue(message.contains("are: brain_coral (1)"), message);
		assertThrows(StarfishException.class, () -> SEA.indexOf(""));
		assertThrows(StarfishException.class, () -> SEA.indexOf("x".repeat(100_000)));
	}

	@Test
	void namesAreShownAsTheyAreWritten() {
		assertEquals("starfish, sea star", SEA.get(0));
		assertEquals("starfish", SEA.name(0));
		assertEquals(6, SEA.size());
	}

	@Test
	void allFormsOfFilesAreRead() throws Exception {
		assertEquals("b", read("a\nb\r\nc\n\n").get(1));
		assertEquals("starfish, sea star", read("\ufeffn02317335 starfish, sea star\n").get(0));
		assertEquals(0, read("[\"n02317335 starfish\", \"b\"]").indexOf("n02317335"));
		assertEquals("goldfish",
				read("{\"1\": [\"n01443537\", \"goldfish\"], \"0\": [\"n01440764\", \"tench\"]}").get(1));
		assertEquals("dog", read("{\"cat\": 0, \"dog\": 1}").get(1));
		assertEquals("dog", read("{\"0\": \"cat\", \"1\": \"dog\"}").get(1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  \n", "{", "[]", "{}", "[{}]", "[[[]]]", "{\"0\": {}}", "{\"1\": \"a\"}",
			"{\"0\": \"a\", \"00\": \"b\"}", "{\"a\": 0, \"b\": 0}", "{\"a\": -1}", "{\"a\": 1e9}", "a\u0000b" })
	void whatHoldsNoLabelsIsRefused(String text) {
		String message = assertThrows(StarfishException.class, () -> read(text)).getMessage();
		assertTrue(message.endsWith(".") && message.contains("labels"), message);
	}

	@Test
	void imagenetsFilesAgree() throws Exception {
		Labels words = Labels.read(TestData.model("synset_words.txt"));
		Labels keras = Labels.read(TestData.model("imagenet_class_index.json"));
		assertEquals(1000, words.size());
		assertEquals(1000, keras.size());
		for (String name : List.of("starfish", "brain coral", "great_white_shark", "volcano", "n01443537")) {
			assertEquals(keras.indexOf(name), words.indexOf(name), name);
		}
		assertEquals(327, words.indexOf("sea star"));
		assertThrows(StarfishException.class, () -> words.indexOf("crane"));
	}

	private Labels read(String text) throws Exception {
		return Labels.read(Files.writeString(folder.resolve("labels"), text, StandardCharsets.UTF_8));
	}
}
