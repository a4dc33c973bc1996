// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.image.RgbImage;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Shape;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.network.operation.Input;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.core.synthesis.Diagnosis;
import org.starfish.core.synthesis.GradientAscent;
import org.starfish.core.synthesis.SmallNetwork;
import org.starfish.core.synthesis.StepListener;
import org.starfish.core.synthesis.Synthesis;
import org.starfish.core.synthesis.objective.ChannelUnit;
import org.starfish.core.synthesis.objective.LayerValues;
import org.starfish.core.synthesis.objective.Negated;

/** Pictures for less of a unit, and for two units at once. */
class ObjectivesTest {
	private static final Parameters PARAMETERS = Parameters.NEUTRAL.with(Parameter.STEPS, 30).with(Parameter.RATE, 2.0);

	private SmallNetwork network;

	@BeforeEach
	void makeANetwork() throws StarfishException {
		network = SmallNetwork.ordinary();
	}

	private Synthesis run(Recipe recipe) throws StarfishException {
		return new GradientAscent(network.network()).run(recipe, Optional.empty(), StepListener.NONE);
	}

	/** The mean of a channel over its positions. */
	private double answer(String layer, int channel, RgbImage picture) throws StarfishException {
		Layer found = network.network().layer(layer);
		Shape input = network.network().inputShape();
		try (Plan plan = Engine.compile(network.network(), new PlanRequest(Set.of(found), input, 1, false))) {
			plan.forward(Preprocessing.ZERO_ONE.toInput(picture, input));
			float[] values = plan.activation(found);
			int channels = found.shape().channels();
			double sum = 0;
			for (int i = channel; i < values.length; i += channels) {
				sum += values[i];
			}
			return sum * channels / values.length;
		}
	}

	@ParameterizedTest
	@CsvSource({ "fc, 2", "conv2, 3", "prob, 1" })
	void whatIsMinimizedBecomesLess(String layer, int channel) throws StarfishException {
		String unit = layer + ":" + channel;
		double start = answer(layer, channel, run(network.recipe(unit, PARAMETERS.with(Parameter.RATE, 0.0), 1)).picture());
		Synthesis most = run(network.recipe(unit, PARAMETERS, 1));
		Synthesis least = run(network.recipe(unit, PARAMETERS.with(Parameter.DIRECTION, "minimize"), 1));
		assertTrue(answer(layer, channel, most.picture()) > start);
		assertTrue(answer(layer, channel, least.picture()) < start);
		assertTrue(least.rank() > most.rank());
	}

	/** A probable class would be led away from saturation; an improbable one stays, and there the softmax is flat. */
	@Test
	void aProbabilityBecomesNothing() throws StarfishException {
		var sharp = new SmallNetwork(24, 32, 3, false, Preprocessing.ZERO_ONE, 100);
		Parameters softmax = PARAMETERS.with(Parameter.OBJECTIVE, "softmax").with(Parameter.DIRECTION, "minimize")
				.with(Parameter.STEPS, 100);
		Set<Diagnosis> diagnoses = new HashSet<>();
		for (int unit = 0; unit < 5; unit++) {
			Synthesis synthesis = new GradientAscent(sharp.network()).run(sharp.recipe("prob:" + unit, softmax, 1),
					Optional.empty(), StepListener.NONE);
			assertTrue(synthesis.score() <= 0 && synthesis.score() > -0.01, () -> "reaches " + synthesis.score());
			synthesis.diagnosis().ifPresent(diagnoses::add);
		}
		assertEquals(Set.of(Diagnosis.SATURATED), diagnoses);
	}

	@Test
	void theDirectionCanBeChangedOnTheWay() throws StarfishException {
		Synthesis there = run(network.recipe("fc:2", PARAMETERS, 1));
		Synthesis andBack = run(
				network.recipe("fc:2", PARAMETERS, 1, new Recipe.Change(10, Parameter.DIRECTION, "minimize")));
		assertTrue(answer("fc", 2, andBack.picture()) < answer("fc", 2, there.picture()));
	}

	@Test
	void whatIsThereOfAGradientStaysWhenTheRestIsNegated() {
		var layer = new Layer("fc", List.of(), new Input(), List.of(), Shape.vector(3));
		var activations = new LayerValues(Map.of(layer, layer.shape()));
		var gradient = new LayerValues(Map.of(layer, layer.shape()));
		activations.of(layer)[1] = 5;
		gradient.of(layer)[0] = 7;
		gradient.of(layer)[1] = 7;
		assertEquals(-5, new Negated(new ChannelUnit(layer, 1, Optional.empty(), 0)).score(activations, gradient));
		assertEquals(List.of(7f, 6f, 0f),
				List.of(gradient.of(layer)[0], gradient.of(layer)[1], gradient.of(layer)[2]));
	}

	@Test
	void theNearerUnitRespondsMore() throws StarfishException {
		UnitAddress first = UnitAddress.parse("fc:1");
		UnitAddress second = UnitAddress.parse("fc:4");
		List<Double> firsts = new ArrayList<>();
		List<Double> seconds = new ArrayList<>();
		for (double share : new double[] { 0, 0.5, 1 }) {
			Recipe recipe = network.recipe("fc:1", PARAMETERS, 1)
					.withTarget(Interpolation.between(first, second, share), Optional.empty());
			RgbImage picture = run(recipe).picture();
			firsts.add(answer("fc", 1, picture));
			seconds.add(answer("fc", 4, picture));
		}
		assertTrue(firsts.get(0) > firsts.get(1) && firsts.get(1) > firsts.get(2), firsts::toString);
		assertTrue(seconds.get(0) < seconds.get(1) && seconds.get(1) < seconds.get(2), seconds::toString);
		Recipe alone = network.recipe("fc:1", PARAMETERS, 1);
		assertEquals(run(alone).picture(),
				run(alone.withTarget(Interpolation.between(first, second, 0), Optional.empty())).picture());
		assertThrows(IllegalArgumentException.class, () -> Interpolation.between(first, second, 1.5));
	}

	/** A sum of probabilities would be flat where one class has all. */
	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.3 })
	void classesAreInterpolatedBeforeTheSoftmax(double share) throws StarfishException {
		Recipe recipe = network.recipe("fc:1", PARAMETERS, 1);
		Recipe logits = recipe.withTarget(
				Interpolation.between(UnitAddress.parse("fc:1"), UnitAddress.parse("fc:4"), share), Optional.empty());
		Recipe classes = recipe.withTarget(
				Interpolation.between(UnitAddress.parse("prob:1"), UnitAddress.parse("prob:4"), share), Optional.empty());
		assertEquals(run(logits).picture(), run(classes).picture());
	}
}
