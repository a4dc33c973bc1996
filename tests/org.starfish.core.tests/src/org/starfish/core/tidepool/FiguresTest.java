// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.tidepool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.RgbImage;
import org.starfish.core.importing.ModelImporters;
import org.starfish.core.model.Model;
import org.starfish.core.model.ModelFile;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.core.synthesis.recipe.RecipeReferences;
import org.starfish.core.synthesis.recipe.Target;

/** The figures of the paper that come with the example network, as pictures that can be drawn again. */
class FiguresTest {
	private static Path folder() throws StarfishException {
		return ModelFile.of(ModelFile.TIDEPOOL).path().resolveSibling("figures");
	}

	static List<Path> figures() throws IOException, StarfishException {
		try (var files = Files.list(folder())) {
			return files.sorted().toList();
		}
	}

	@Test
	void thereAreThoseOfThePaper() throws Exception {
		List<String> names = figures().stream().map(file -> file.getFileName().toString()).toList();
		assertTrue(names.contains("1.1-starfish.png") && names.contains("3.1-starfish-without-regularization.png")
				&& names.stream().filter(name -> name.startsWith("3.2-")).count() >= 4, names::toString);
	}

	/** A model that is trained anew needs new figures: {@code ./starfish bench PaperFigures --publish}. */
	@ParameterizedTest
	@MethodSource("figures")
	void theRecipeIsForTheNetworkAsItIs(Path figure) throws StarfishException {
		Recipe recipe = RecipeFile.read(figure);
		ModelFile file = new RecipeReferences(recipe, figure).model();
		Model model = Model.read(file, ModelImporters.builtIn(), Optional.empty(), Optional.empty(), Progress.NONE);
		assertEquals(model.preprocessing(), recipe.preprocessing());
		UnitAddress named = UnitAddress.parse(recipe.label().orElseThrow()).in(model.network(), model.labels()).address();
		assertEquals(new Target.OfUnit(named), recipe.target());
		String label = figure.getFileName().toString().replaceFirst("^3\\.2-(.*)\\.png$", "$1").replace('-', ' ');
		assertTrue(label.contains(recipe.label().get()), label);
	}

	@Test
	void withoutRegularizationThereAreHighFrequencies() throws StarfishException {
		double without = roughness(ImageReader.read(folder().resolve("3.1-starfish-without-regularization.png")));
		double with = roughness(ImageReader.read(folder().resolve("3.1-starfish-with-regularization.png")));
		assertTrue(without > 0.4 && with < 0.1, () -> without + " without, " + with + " with");
		Recipe recipe = RecipeFile.read(folder().resolve("3.1-starfish-without-regularization.png"));
		assertEquals(0, recipe.parameters().number(Parameter.DECAY));
		assertEquals(0, recipe.parameters().integer(Parameter.BLUR_TIMES_HIGH));
	}

	/** Half the mean squared difference of neighbours over the variance: 1 for noise, near 0 where all is smooth. */
	private static double roughness(RgbImage picture) {
		float[] values = picture.toFloats().values();
		int row = 3 * picture.width();
		double mean = 0;
		for (float value : values) {
			mean += value / values.length;
		}
		double square = 0;
		double difference = 0;
		for (int i = 0; i < values.length; i++) {
			square += (values[i] - mean) * (values[i] - mean);
			float next = i % row < row - 3 ? values[i + 3] : values[i];
			difference += (values[i] - next) * (values[i] - next);
		}
		return difference / 2 / square;
	}
}
