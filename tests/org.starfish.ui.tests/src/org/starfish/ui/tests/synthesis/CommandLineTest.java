// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.synthesis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.starfish.core.StarfishException;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.Target;
import org.starfish.ui.synthesis.CommandLine;

/** The command that draws a picture again. */
class CommandLineTest {
	private static final Path PICTURE = Path.of("/my pictures/a.png");

	private static String command(String model) throws StarfishException {
		var recipe = new Recipe(new Recipe.FileReference(model, ""), Preprocessing.ZERO_ONE,
				new Target.OfUnit(UnitAddress.parse("prob:3")), Optional.empty(), Presets.STARFISH.name(),
				Presets.STARFISH.parameters(), 7, Optional.empty(), new Recipe.EngineChoice("", 1), "");
		return CommandLine.of(recipe, PICTURE, PICTURE.resolveSibling(model));
	}

	@Test
	void theModelThatComesWithStarfishGoesByItsName() throws Exception {
		assertTrue(command("tidepool").startsWith("./starfish synthesize tidepool --unit prob:3 --preset starfish --seed 7 "));
	}

	@Test
	void blanksAreQuoted() throws Exception {
		assertTrue(command("net.onnx").startsWith("./starfish synthesize '/my pictures/net.onnx' --unit prob:3 "));
	}
}
