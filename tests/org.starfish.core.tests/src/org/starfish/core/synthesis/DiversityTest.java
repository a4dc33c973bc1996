// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.image.RgbImage;
import org.starfish.core.model.ModelFile;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Shape;
import org.starfish.core.network.operation.Input;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.core.synthesis.objective.ChannelUnit;
import org.starfish.core.synthesis.objective.Diversity;
import org.starfish.core.synthesis.objective.GramMatrix;
import org.starfish.core.synthesis.objective.LayerValues;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.core.synthesis.recipe.RecipeReferences;

/** Variants of a picture that differ. */
class DiversityTest {
	private static final String LAYER = "relu1";
	private static final Parameters PARAMETERS = Parameters.NEUTRAL.with(Parameter.STEPS, 30).with(Parameter.RATE, 2.0);

	@TempDir
	private Path folder;
	private SmallNetwork network;

	@BeforeEach
	void makeANetwork() throws StarfishException {
		network = SmallNetwork.ordinary();
	}

	/** A recipe that names so many pictures. */
	private Recipe recipe(String unit, double weight, int pictures) throws StarfishException {
		List<Recipe.FileReference> earlier = new ArrayList<>();
		for (int i = 0; i < pictures; i++) {
			earlier.add(new Recipe.FileReference(i + ".png", ""));
		}
		return network.recipe(unit, PARAMETERS.with(Parameter.DIVERSITY, weight), 1)
				.withVariants(Optional.of(new Recipe.Variants(LAYER, earlier)));
	}

	private Synthesis draw(Recipe recipe, RgbImage... earlier) throws StarfishException {
		return new GradientAscent(network.network()).apartFrom(List.of(earlier)).run(recipe, Optional.empty(),
				StepListener.NONE);
	}

	private Synthesis alone(String unit, long seed) throws StarfishException {
		return draw(network.recipe(unit, PARAMETERS, seed));
	}

	private float[] answer(RgbImage picture) throws StarfishException {
		Layer layer = network.network().layer(LAYER);
		Shape input = network.network().inputShape();
		try (Plan plan = Engine.compile(network.network(), new PlanRequest(Set.of(layer), input, 1, false))) {
			plan.forward(Preprocessing.ZERO_ONE.toInput(picture, input));
			return plan.activation(layer);
		}
	}

	/** The cosine of the angle between what channels answer together. */
	private double likeness(RgbImage one, RgbImage other) throws StarfishException {
		double[] first = products(answer(one));
		double[] second = products(answer(other));
		double sum = 0;
		double firstSquare = 0;
		double secondSquare = 0;
		for (int i = 0; i < first.length; i++) {
			sum += first[i] * second[i];
			firstSquare += first[i] * first[i];
			secondSquare += second[i] * second[i];
		}
		return sum / Math.sqrt(firstSquare * secondSquare);
	}

	private static double[] products(float[] answer) {
		int channels = 8;
		double[] products = new double[channels * channels];
		for (int at = 0; at < answer.length; at += channels) {
			for (int i = 0; i < products.length; i++) {
				products[i] += answer[at + i / channels] * answer[at + i % channels];
			}
		}
		return products;
	}

	@ParameterizedTest
	@CsvSource({ "fc:2, 1", "conv2:3, 1", "prob:1, 2" })
	void theMoreItCostsToBeAlikeTheLessAVariantIs(String unit, double weight) throws StarfishException {
		RgbImage first = alone(unit, 0).picture();
		double without = likeness(first, draw(recipe(unit, 0, 1), first).picture());
		double some = likeness(first, draw(recipe(unit, weight, 1), first).picture());
		double much = likeness(first, draw(recipe(unit, 5 * weight, 1), first).picture());
		assertTrue(without > some && some > much, () -> "%f, %f, %f".formatted(without, some, much));
	}

	@Test
	void aVariantDiffersFromAllBeforeIt() throws StarfishException {
		RgbImage first = alone("fc:2", 0).picture();
		RgbImage second = alone("fc:0", 0).picture();
		RgbImage without = draw(recipe("fc:2", 0, 2), first, second).picture();
		RgbImage with = draw(recipe("fc:2", 3, 2), first, second).picture();
		double before = likeness(first, without) + likeness(second, without);
		double after = likeness(first, with) + likeness(second, with);
		assertTrue(after < before, () -> after + " instead of " + before);
	}

	@Test
	void withoutWeightItIsTheSamePicture() throws StarfishException {
		assertEquals(alone("fc:2", 1).picture(), draw(recipe("fc:2", 0, 1), alone("fc:2", 0).picture()).picture());
	}

	@Test
	void theSameRecipeAndPicturesGiveTheSameBytes() throws StarfishException {
		RgbImage first = alone("fc:2", 0).picture();
		Synthesis one = draw(recipe("fc:2", 2, 1), first);
		assertEquals(one.picture(), draw(one.recipe(), first).picture());
		assertNotEquals(one.picture(), draw(one.recipe(), alone("fc:2", 3).picture()).picture());
	}

	@Test
	void theWeightCanBeChangedOnTheWay() throws StarfishException {
		RgbImage first = alone("fc:2", 0).picture();
		Recipe changed = recipe("fc:2", 0, 1).withChanges(List.of(new Recipe.Change(10, Parameter.DIVERSITY, 3.0)));
		assertTrue(likeness(first, draw(changed, first).picture()) < likeness(first,
				draw(recipe("fc:2", 0, 1), first).picture()));
	}

	@Test
	void aCheckpointLeadsToTheSameBytes() throws StarfishException {
		RgbImage first = alone("fc:2", 0).picture();
		Recipe recipe = recipe("fc:2", 2, 1);
		var ascent = new GradientAscent(network.network()).apartFrom(List.of(first));
		List<Checkpoint> checkpoints = new ArrayList<>();
		Synthesis whole = ascent.run(recipe, Optional.empty(), frame -> checkpoints.add(frame.checkpoint().get()));
		Synthesis resumed = ascent.resume(checkpoints.get(11), Optional.empty(), new Steering(), StepListener.NONE);
		assertEquals(whole.picture(), resumed.picture());
		assertEquals(whole.recipe(), resumed.recipe());
	}

	@Test
	void theLayerMustBeThereAndBeOfUse() throws StarfishException {
		RgbImage first = alone("fc:2", 0).picture();
		Recipe recipe = recipe("fc:2", 1, 1);
		Recipe lost = recipe.withVariants(Optional.of(new Recipe.Variants("conv9", recipe.variants().get().earlier())));
		String message = assertThrows(StarfishException.class, () -> draw(lost, first)).getMessage();
		assertTrue(message.contains("conv9"), message);
		assertThrows(IllegalArgumentException.class, () -> draw(recipe));
	}

	@Test
	void referencesFindThePicturesAndNoteTheirContent() throws Exception {
		RgbImage first = alone("fc:2", 0).picture();
		Path file = folder.resolve("0.png");
		RecipeFile.at(file, false).write(first, alone("fc:2", 0).recipe());
		Path variant = folder.resolve("1.png");
		Recipe recipe = recipe("fc:2", 1, 1);
		assertEquals(List.of(first), new RecipeReferences(recipe, variant).earlier());
		Recipe identified = new RecipeReferences(recipe, variant).identified();
		assertEquals(new ModelFile("0.png", file).sha256(), identified.variants().get().earlier().get(0).sha256());
		assertEquals(List.of(first), new RecipeReferences(identified, variant).earlier());

		RecipeFile.at(file, true).write(alone("fc:2", 5).picture(), recipe);
		String changed = assertThrows(StarfishException.class, () -> new RecipeReferences(identified, variant).earlier())
				.getMessage();
		assertTrue(changed.contains("0.png"), changed);
		Files.delete(file);
		String lost = assertThrows(StarfishException.class, () -> new RecipeReferences(identified, variant).earlier())
				.getMessage();
		assertTrue(lost.contains("0.png"), lost);
	}

	@Test
	void theInnerObjectivesGradientIsKept() {
		var layer = new Layer("map", List.of(), new Input(), List.of(), Shape.vector(3));
		var activations = new LayerValues(Map.of(layer, layer.shape()));
		var gradient = new LayerValues(Map.of(layer, layer.shape()));
		activations.of(layer)[1] = 5;
		gradient.of(layer)[0] = 7;
		var same = new GramMatrix(3);
		same.addShare(GramMatrix.of(new float[] { 0, 2, 0 }, 3), 1);
		var diversity = new Diversity(new ChannelUnit(layer, 1, Optional.empty(), 0), layer, same, 0.5);
		assertEquals(2.5, diversity.score(activations, gradient), 1e-6, "full likeness costs half");
		// At full likeness every direction makes it smaller, none at first order.
		assertEquals(7, gradient.of(layer)[0], 1e-6);
		assertEquals(1, gradient.of(layer)[1], 1e-6);
	}
}
