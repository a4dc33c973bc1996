// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.starfish.core.StarfishException;
import org.starfish.core.image.RgbImage;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.Dense;
import org.starfish.core.network.operation.Reshape;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Recipe;

/** What is maximized can be changed while the ascent runs; what cannot be maximized is refused without loss. */
class ObjectiveChangeTest {
	private static final Parameters PARAMETERS = Parameters.NEUTRAL.with(Parameter.STEPS, 6).with(Parameter.RATE, 2.0);

	/** Changes the objective after two steps and tells whether that was refused. */
	private static boolean refused(Steering steering, Frame frame, String objective) {
		try {
			if (frame.step() == 2) {
				steering.change(Parameter.OBJECTIVE, objective);
			}
			return false;
		} catch (StarfishException e) {
			return true;
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "prob:1", "fc:1" })
	void theProbabilityCanBeMaximizedFromSomeStepOn(String unit) throws StarfishException {
		SmallNetwork network = SmallNetwork.ordinary();
		assertChangesToSoftmax(network.network(), network.recipe(unit, PARAMETERS, 1),
				network.recipe(unit, PARAMETERS, 1, new Recipe.Change(2, Parameter.OBJECTIVE, "softmax")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "out:1", "fc:1" })
	void soCanThatOfAnOutputBySigmoid(String unit) throws StarfishException {
		Network network = sigmoidNetwork();
		// The recipe's own network is another one; an ascent runs on the network that it was made for.
		SmallNetwork recipes = SmallNetwork.ordinary();
		assertChangesToSoftmax(network, recipes.recipe(unit, PARAMETERS, 1),
				recipes.recipe(unit, PARAMETERS, 1, new Recipe.Change(2, Parameter.OBJECTIVE, "softmax")));
	}

	private static void assertChangesToSoftmax(Network network, Recipe recipe, Recipe changed) throws StarfishException {
		var steering = new Steering();
		List<Double> scores = new ArrayList<>();
		Synthesis steered = new GradientAscent(network).run(recipe, Optional.empty(), steering, frame -> {
			assertFalse(refused(steering, frame, "softmax"));
			scores.add(frame.score());
		});
		assertEquals(6, steered.steps());
		assertEquals(changed.changes(), steered.recipe().changes());
		Synthesis written = new GradientAscent(network).run(changed, Optional.empty(), StepListener.NONE);
		assertEquals(written.picture(), steered.picture());
		RgbImage unchanged = new GradientAscent(network).run(recipe, Optional.empty(), StepListener.NONE).picture();
		assertNotEquals(unchanged, steered.picture());
		assertTrue(scores.get(5) > 0 && scores.get(5) < 1, scores::toString);
	}

	@Test
	void aProbabilityOfWhatIsNoClassIsRefusedAndTheAscentGoesOn() throws StarfishException {
		SmallNetwork network = SmallNetwork.ordinary();
		Recipe recipe = network.recipe("conv2:3", PARAMETERS, 1);
		var ascent = new GradientAscent(network.network());
		var steering = new Steering();
		List<Integer> refusals = new ArrayList<>();
		Synthesis steered = ascent.run(recipe, Optional.empty(), steering, frame -> {
			if (refused(steering, frame, "softmax")) {
				refusals.add(frame.step());
			}
		});
		assertEquals(List.of(2), refusals);
		assertEquals(6, steered.steps());
		assertEquals(List.of(), steered.recipe().changes());
		assertEquals(ascent.run(recipe, Optional.empty(), StepListener.NONE).picture(), steered.picture());
	}

	@Test
	void whatIsWishedForBeforehandIsCheckedBeforeTheFirstStep() throws StarfishException {
		SmallNetwork network = SmallNetwork.ordinary();
		var steering = new Steering();
		steering.change(Parameter.OBJECTIVE, "softmax");
		assertRefusedAtOnce(network, network.recipe("conv2:3", PARAMETERS, 1), steering);
	}

	@Test
	void whatARecipeChangesIsCheckedBeforeTheFirstStep() throws StarfishException {
		SmallNetwork network = SmallNetwork.ordinary();
		for (Recipe.Change change : List.of(new Recipe.Change(4, Parameter.OBJECTIVE, "softmax"),
				new Recipe.Change(4, Parameter.OCTAVES, 2), new Recipe.Change(4, Parameter.DECAY, 7.0))) {
			assertRefusedAtOnce(network, network.recipe("conv2:3", PARAMETERS, 1, change), new Steering());
		}
	}

	private static void assertRefusedAtOnce(SmallNetwork network, Recipe recipe, Steering steering) {
		List<Frame> frames = new ArrayList<>();
		// Not even a plan is made, which takes seconds for a large network.
		var ascent = new GradientAscent(network.network(), request -> fail("a plan is made"));
		var failure = assertThrows(StarfishException.class,
				() -> ascent.run(recipe, Optional.empty(), steering, frames::add));
		assertEquals(List.of(), frames, failure.getMessage());
	}

	@Test
	void anAscentThatIsOverRefusesNothing() throws StarfishException {
		SmallNetwork network = SmallNetwork.ordinary();
		var steering = new Steering();
		new GradientAscent(network.network()).run(network.recipe("conv2:3", PARAMETERS, 1), Optional.empty(), steering,
				StepListener.NONE);
		steering.change(Parameter.OBJECTIVE, "softmax");
		Synthesis next = new GradientAscent(network.network()).run(network.recipe("prob:1", PARAMETERS, 1),
				Optional.empty(), steering, StepListener.NONE);
		assertEquals(List.of(new Recipe.Change(0, Parameter.OBJECTIVE, "softmax")), next.recipe().changes());
	}

	/** Tells three things apart, each whether it is there or not. */
	private static Network sigmoidNetwork() throws StarfishException {
		var builder = new Network.Builder(Path.of("sigmoid.onnx"));
		builder.input("data", Shape.image(ChannelOrder.FIRST, 8, 8, 3));
		builder.add("flat", Reshape.flatten(), "data");
		float[] weights = new float[8 * 8 * 3 * 3];
		for (int i = 0; i < weights.length; i++) {
			weights[i] = 0.1f * (float) Math.sin(i * i);
		}
		builder.add("fc", new Dense(Weights.of(new int[] { 8 * 8 * 3, 3 }, weights),
				Optional.of(Weights.of(new int[] { 3 }, new float[3]))), "flat");
		builder.add("out", new Activation(Activation.Function.SIGMOID), "fc");
		return builder.build("test", List.of("out"));
	}
}
