// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.tidepool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.RgbImage;
import org.starfish.core.importing.ModelImporters;
import org.starfish.core.model.Model;
import org.starfish.core.model.ModelFile;
import org.starfish.core.network.Labels;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.synthesis.GradientAscent;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.Target;

/**
 * The small network that ships with Starfish, and what another network, trained from another seed and of another
 * architecture, makes of the pictures synthesized from it.
 */
class TidepoolTest {
	@TempDir
	static Path folder;

	private static Model tidepool;
	private static Model judge;

	@BeforeAll
	static void open() throws StarfishException, IOException {
		tidepool = read(ModelFile.TIDEPOOL);
		Path file = folder.resolve("judge.zip");
		try (var stream = TidepoolTest.class.getResourceAsStream("judge.zip")) {
			Files.copy(stream, file);
		}
		judge = read(file.toString());
	}

	private static Model read(String name) throws StarfishException {
		return Model.read(ModelFile.of(name), ModelImporters.builtIn(), Optional.of("minus-one-one"), Optional.empty(),
				Progress.NONE);
	}

	@Test
	void recognizesItsExamples() throws IOException, StarfishException {
		List<Path> images;
		try (var files = Files.list(tidepool.file().path().resolveSibling("images"))) {
			images = files.sorted().toList();
		}
		assertTrue(images.size() >= 24, () -> "only " + images.size() + " examples");
		List<String> mistaken = new ArrayList<>();
		Labels labels = tidepool.labels().orElseThrow();
		for (Path image : images) {
			String label = image.getFileName().toString().replaceAll("-\\d+\\.jpg$", "").replace('-', ' ');
			if (strongest(tidepool, ImageReader.read(image)) != labels.indexOf(label)) {
				mistaken.add(image.getFileName().toString());
			}
		}
		assertTrue(mistaken.size() <= images.size() / 10, mistaken::toString);
	}

	@Test
	void aClassIsAddressedByItsLabelAlone() throws StarfishException {
		var unit = UnitAddress.parse("Starfish").in(tidepool.network(), tidepool.labels());
		assertEquals("prob:0", unit.address().toString());
		assertEquals("starfish", new UnitAddress("", "starfish", Optional.empty()).toString());
	}

	@Test
	void anotherNetworkRecognizesAPictureOfFewSteps() throws StarfishException {
		Parameters parameters = Presets.STARFISH.parameters().with(Parameter.STEPS, 96);
		assertEquals(2, recognized(parameters, 0, 0, 2));
	}

	@Tag("slow")
	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2 })
	void anotherNetworkRecognizesThePictures(int seed) throws StarfishException {
		int[] classes = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 };
		int right = recognized(Presets.STARFISH.parameters(), seed, classes);
		assertTrue(right >= 8, () -> right + " of 10");
	}

	/** How many of some classes' pictures the judge puts into their class. */
	private static int recognized(Parameters parameters, int seed, int... classes) throws StarfishException {
		int right = 0;
		for (int category : classes) {
			right += strongest(judge, synthesize(parameters, category, seed)) == category ? 1 : 0;
		}
		return right;
	}

	private static RgbImage synthesize(Parameters parameters, int category, int seed) throws StarfishException {
		var recipe = new Recipe(new Recipe.FileReference(tidepool.file().name(), tidepool.file().sha256()),
				tidepool.preprocessing(), new Target.OfUnit(UnitAddress.parse("prob:" + category)), Optional.empty(),
				Presets.STARFISH.name(), parameters, seed, Optional.empty(),
				new Recipe.EngineChoice(Engine.variant(), Engine.threads()), "test");
		return new GradientAscent(tidepool.network()).run(recipe, Optional.empty(), frame -> {
		}).picture();
	}

	private static int strongest(Model model, RgbImage picture) throws StarfishException {
		var output = model.output();
		try (Plan plan = Engine.compile(model.network(),
				new PlanRequest(Set.of(output), model.network().inputShape(), 1, false))) {
			plan.forward(model.preprocessing().toInput(picture, model.network().inputShape()));
			float[] answer = plan.activation(output);
			int best = 0;
			for (int i = 1; i < answer.length; i++) {
				best = answer[i] > answer[best] ? i : best;
			}
			return best;
		}
	}
}
