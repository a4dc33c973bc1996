// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.starfish.core.StarfishException;
import org.starfish.core.network.UnitAddress;

/** Recipes keep everything that determines a picture. */
class RecipeJsonTest {
	private static final String HASH = "0123456789abcdef".repeat(4);
	private static final String TEXT = """
			{"schemaVersion": 1, "program": "starfish 1", "model": {"path": "../m.onnx", "sha256": "%s"},
			 "preprocessing": "caffe-bgr", %%s, "label": "starfish, \u00e9toile", "preset": "lucid",
			 "parameters": {"steps": 7, "rate": 0.1, "stepRule": "adam"}, "seed": -9007199254740993,
			 "start": {"path": "a.png", "sha256": ""},
			 "variants": {"layer": "conv3", "earlier": [{"path": "b.png", "sha256": ""}, {"path": "c/d.png", "sha256": ""}]},
			 "changes": [{"step": 3, "parameter": "rate", "value": 0.02}], "engine": {"variant": "onednn-avx2", "threads": 2, "kernels": "0a1b2c"}}
			""".formatted(HASH);
	private static final String UNIT = TEXT.formatted("\"unit\": \"prob:327\"");

	@Test
	void readsWhatDeterminesThePicture() throws StarfishException {
		Recipe recipe = RecipeJson.read(UNIT, "x");
		assertEquals(new Recipe.FileReference("../m.onnx", HASH), recipe.model());
		assertEquals("caffe-bgr", recipe.preprocessing().name());
		assertEquals(new Target.OfUnit(UnitAddress.parse("prob:327")), recipe.target());
		assertEquals(Optional.of("starfish, \u00e9toile"), recipe.label());
		assertEquals("lucid", recipe.preset());
		assertEquals(7, recipe.parameters().integer(Parameter.STEPS));
		assertEquals(0.1, recipe.parameters().number(Parameter.RATE));
		assertEquals("adam", recipe.parameters().choice(Parameter.STEP_RULE));
		assertEquals(-9007199254740993L, recipe.seed(), "has more digits than a double holds");
		assertEquals(Optional.of(new Recipe.FileReference("a.png", "")), recipe.start());
		assertEquals(Optional.of(new Recipe.Variants("conv3",
				List.of(new Recipe.FileReference("b.png", ""), new Recipe.FileReference("c/d.png", "")))), recipe.variants());
		assertEquals(List.of(new Recipe.Change(3, Parameter.RATE, 0.02)), recipe.changes());
		assertEquals(new Recipe.EngineChoice("onednn-avx2", 2, "0a1b2c"), recipe.engine());
		assertEquals("starfish 1", recipe.program());
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"unit\": \"prob:327\"", "\"unit\": \"conv:3@1,2\"", "\"layer\": \"mixed4c\"",
			"\"units\": [{\"unit\": \"a:1\", \"weight\": -0.5, \"energy\": true}, {\"unit\": \"b:2\", \"weight\": 1}]" })
	void comesBackAsItWasWritten(String target) throws StarfishException {
		Recipe recipe = RecipeJson.read(TEXT.formatted(target), "x");
		String written = RecipeJson.write(recipe);
		Recipe again = RecipeJson.read(written, "y");
		assertEquals(recipe.target(), again.target());
		assertEquals(recipe.seed(), again.seed());
		assertEquals(recipe.engine(), again.engine());
		assertEquals(recipe.changes(), again.changes());
		assertEquals(recipe.variants(), again.variants());
		for (Parameter parameter : Parameter.values()) {
			assertEquals(recipe.parameters().value(parameter), again.parameters().value(parameter), parameter.label());
		}
		assertEquals(written, RecipeJson.write(again));
	}

	@Test
	void keepsEveryUnitOfAMixture() throws StarfishException {
		var units = assertInstanceOf(Target.OfUnits.class, RecipeJson
				.read(TEXT.formatted("\"units\": [{\"unit\": \"a:1\", \"weight\": -0.5, \"energy\": true}]"), "x").target());
		assertEquals(List.of(new Target.Weighted(UnitAddress.parse("a:1"), -0.5, true)), units.units());
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "2", "2147483647" })
	void refusesAnotherVersionByItsNumber(String version) {
		String message = assertThrows(StarfishException.class, () -> RecipeJson
				.read(UNIT.replace("\"schemaVersion\": 1", "\"schemaVersion\": " + version), "x.png")).getMessage();
		assertTrue(message.startsWith("x.png is a recipe of version " + version + ",") && message.endsWith("."), message);
	}
}
