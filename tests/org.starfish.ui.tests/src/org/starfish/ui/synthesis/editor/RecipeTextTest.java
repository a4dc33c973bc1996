// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.starfish.core.StarfishException;
import org.starfish.core.image.RgbImage;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.Recipe.FileReference;
import org.starfish.core.synthesis.recipe.Target;

class RecipeTextTest {
	private static Recipe recipe() throws StarfishException {
		return new Recipe(new FileReference("../net.onnx", ""), Preprocessing.ZERO_ONE,
				new Target.OfUnit(UnitAddress.parse("conv:1")), Optional.empty(), "maco",
				Presets.MACO.parameters().with(Parameter.DIVERSITY, 2.0), 1, Optional.empty(), new Recipe.EngineChoice("any", 1),
				"test");
	}

	private static Recipe variant() throws StarfishException {
		return recipe().withVariants(Optional.of(new Recipe.Variants("conv",
				List.of(new FileReference("a-1.png", ""), new FileReference("more/a-2.png", "")))));
	}

	@Test
	void saysWhatAVariantDiffersFrom() throws StarfishException {
		assertEquals(List.of("diversity 2.0 instead of 0.0"), RecipeText.differences(recipe()));
		assertEquals(List.of("diversity 2.0 instead of 0.0", "apart from a-1.png, a-2.png"),
				RecipeText.differences(variant()));
	}

	@Test
	void comparesWhatVariantsDifferFrom() throws StarfishException {
		RgbImage picture = RgbImage.filled(4, 4, 0);
		List<RecipeComparison.Row> rows = RecipeComparison.of(new StoredPicture(picture, recipe()),
				new StoredPicture(picture, variant()));
		assertTrue(rows.contains(new RecipeComparison.Row("Variants", "nothing", "apart from a-1.png, a-2.png")), rows::toString);
	}
}
