// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.starfish.core.StarfishException;

/** Recipes come from strangers too: a damaged one is read or refused in one sentence that names the file. */
class RecipeDamageTest {
	private static final String NAME = "picture.recipe.json";
	private static final int COPIES = 600;
	private static final Pattern VALUE = Pattern.compile("(?<=[:\\[,]\\s?)(-?[0-9.]+|\"[^\"]*\"|true)|\"\\w+\"(?= ?:)");
	private static final List<String> OTHER_VALUES = List.of("0", "-1", "2147483648", "1e400", "NaN", "0.5", "null", "\"x\"",
			"\"\"", "[]", "{}", "true", "[1, 2]", "99999999999999999999", "\"a\\nb\"", "\"prob:\"", "\"" + "y".repeat(5000) + "\"");
	private static final String GOOD = """
			{"schemaVersion": 1, "program": "Starfish", "model": {"path": "model.onnx", "sha256": ""},
			"preprocessing": {"name": "own", "order": "RGB", "lower": 0, "upper": 1, "mean": [0, 0, 0], "deviation": 1},
			"units": [{"unit": "prob:327", "weight": 1, "energy": true}, {"unit": "conv:3@1,2", "weight": 0.5}],
			"label": "starfish", "preset": "lucid", "parameters": {%s}, "seed": 7,
			"start": {"path": "start.png", "sha256": ""},
			"variants": {"layer": "conv", "earlier": [{"path": "a.png", "sha256": ""}]},
			"changes": [{"step": 3, "parameter": "%s", "value": %s}], "engine": {"variant": "-onednn-avx2", "threads": 2}}
			""";

	@TempDir
	Path folder;

	private static String good() {
		var parameters = new StringBuilder();
		for (Parameter parameter : Parameter.values()) {
			parameters.append(parameters.isEmpty() ? "" : ", ").append('"').append(parameter.label()).append("\": ")
					.append(value(parameter));
		}
		return GOOD.formatted(parameters, Parameter.RATE.label(), value(Parameter.RATE));
	}

	private static String value(Parameter parameter) {
		Object value = Parameters.NEUTRAL.value(parameter);
		return value instanceof Number ? value.toString() : "\"" + value + "\"";
	}

	@Test
	void theUndamagedOneIsReadAndWrittenAgain() throws StarfishException {
		Recipe recipe = RecipeJson.read(good(), NAME);
		assertEquals(recipe, RecipeJson.read(RecipeJson.write(recipe), NAME));
	}

	@Test
	void senselessValuesAreRefusedOrRead() {
		var random = new SplittableRandom(20170603);
		String good = good();
		List<MatchResult> values = VALUE.matcher(good).results().toList();
		for (int copy = 0; copy < COPIES; copy++) {
			MatchResult value = values.get(random.nextInt(values.size()));
			assertDecent(good.substring(0, value.start()) + OTHER_VALUES.get(random.nextInt(OTHER_VALUES.size()))
					+ good.substring(value.end()));
		}
	}

	@Test
	void truncatedAndFlippedBytesAreRefusedOrRead() {
		var random = new SplittableRandom(20170604);
		for (int copy = 0; copy < COPIES; copy++) {
			byte[] bytes = good().getBytes(StandardCharsets.UTF_8);
			if (copy % 3 == 0) {
				assertRefused(good().substring(0, random.nextInt(good().length() - 2)));
			} else {
				bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
				assertDecent(new String(bytes, StandardCharsets.UTF_8));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no JSON", "[]", "{}", "null", "{\"schemaVersion\": 2}" })
	void whatIsNoRecipeIsRefused(String text) {
		assertRefused(text);
	}

	@Test
	void deepNestingIsRefused() {
		assertRefused("[".repeat(1_000_000));
	}

	@Test
	void foldersAndAbsentFilesAreRefused() throws Exception {
		Path inside = Files.createDirectory(folder.resolve(NAME));
		assertSentence(assertThrows(StarfishException.class, () -> RecipeJson.read(inside)));
		assertSentence(assertThrows(StarfishException.class, () -> RecipeJson.read(inside.resolve(NAME))));
	}

	private static void assertRefused(String text) {
		assertSentence(assertThrows(StarfishException.class, () -> RecipeJson.read(text, NAME)));
	}

	private static void assertDecent(String text) {
		try {
			RecipeJson.read(text, NAME);
		} catch (StarfishException e) {
			assertSentence(e);
		}
	}

	private static void assertSentence(StarfishException e) {
		String sentence = e.getMessage();
		assertTrue(sentence.contains(NAME) && sentence.endsWith(".") && !sentence.contains("\n") && sentence.length() < 1000,
				sentence);
	}
}
