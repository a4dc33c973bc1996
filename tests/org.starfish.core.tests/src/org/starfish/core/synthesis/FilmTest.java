// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.starfish.core.StarfishException;
import org.starfish.core.image.RgbImage;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Recipe;

class FilmTest {
	private static final Parameters PARAMETERS = Presets.LUCID.parameters().with(Parameter.STEPS, 60)
			.with(Parameter.OCTAVES, 3).with(Parameter.SIZE, 24);

	private final Film film = new Film();

	private Synthesis draw(SmallNetwork network, Recipe recipe) throws StarfishException {
		return new GradientAscent(network.network()).run(recipe, Optional.empty(), film::add);
	}

	@Test
	void picturesOfAllOctavesAreKeptEvenly() throws Exception {
		SmallNetwork network = SmallNetwork.ordinary();
		Synthesis synthesis = draw(network, network.recipe("fc:1", PARAMETERS, 3));
		List<Integer> steps = film.stills().stream().map(Film.Still::step).toList();
		assertEquals(IntStream.concat(IntStream.of(1), IntStream.rangeClosed(1, 45).map(i -> 4 * i)).boxed().toList(),
				steps);
		assertTrue(steps.size() <= Film.MOST);
		assertEquals(synthesis.picture(), film.stills().getLast().picture());
		assertEquals(List.of(1, 2, 3), film.stills().stream().map(Film.Still::octave).distinct().toList());
	}

	@Test
	void largePicturesAreKeptSmaller() {
		film.add(new Frame(1, 10, 1, 1, 0, 0, 0, Optional.empty(), () -> RgbImage.filled(2048, 1024, 0x336699),
				() -> {
					throw new AssertionError("a checkpoint of that size takes too much memory");
				}));
		assertEquals(RgbImage.filled(512, 256, 0x336699), film.stills().get(0).picture());
	}

	@Test
	void aVariantPartsFromThePictureWhereItIsAskedFor() throws Exception {
		SmallNetwork network = SmallNetwork.ordinary();
		Recipe recipe = network.recipe("fc:1", PARAMETERS, 3);
		Synthesis drawn = draw(network, recipe);
		Checkpoint from = film.branch(drawn.recipe(), 100, Map.of(Parameter.VARIATION, 1));
		assertEquals(96, from.step(), "every 32nd step has a checkpoint");
		var ascent = new GradientAscent(network.network());
		var variantFilm = new Film();
		Synthesis variant = ascent.resume(from, Optional.empty(), new Steering(), variantFilm::add);
		assertEquals(picture(film, 100), picture(variantFilm, 100));
		assertNotEquals(picture(film, 104), picture(variantFilm, 104));
		assertEquals(List.of(new Recipe.Change(100, Parameter.VARIATION, 1)), variant.recipe().changes());
		assertEquals(ascent.run(variant.recipe(), Optional.empty(), StepListener.NONE).picture(), variant.picture());
	}

	private static RgbImage picture(Film film, int step) {
		return film.stills().stream().filter(still -> still.step() == step).findFirst().orElseThrow().picture();
	}

	@Test
	void beforeTheFirstCheckpointItBeginsAnew() throws Exception {
		SmallNetwork network = SmallNetwork.ordinary();
		Synthesis drawn = draw(network, network.recipe("fc:1", PARAMETERS, 3));
		assertEquals(0, film.branch(drawn.recipe(), 20, Map.of(Parameter.RATE, 0.5)).step());
		assertThrows(StarfishException.class, () -> film.branch(drawn.recipe(), 20, Map.of(Parameter.STEPS, 5)));
	}

	@Test
	void theVariationLeavesTheStartAsItIs() throws Exception {
		SmallNetwork network = SmallNetwork.ordinary();
		Parameters short1 = PARAMETERS.with(Parameter.OCTAVES, 1).with(Parameter.STEPS, 1);
		var ascent = new GradientAscent(network.network());
		RgbImage usual = ascent.run(network.recipe("fc:1", short1, 3), Optional.empty(), StepListener.NONE).picture();
		RgbImage varied = ascent.run(network.recipe("fc:1", short1.with(Parameter.VARIATION, 1), 3), Optional.empty(),
				StepListener.NONE).picture();
		Recipe still = network.recipe("fc:1", short1.with(Parameter.RATE, 0.0).with(Parameter.VARIATION, 1), 3);
		Recipe usualStill = network.recipe("fc:1", short1.with(Parameter.RATE, 0.0), 3);
		assertNotEquals(usual, varied);
		assertEquals(ascent.run(usualStill, Optional.empty(), StepListener.NONE).picture(),
				ascent.run(still, Optional.empty(), StepListener.NONE).picture());
	}
}
