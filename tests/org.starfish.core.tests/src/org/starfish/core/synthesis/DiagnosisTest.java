// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Convolution;
import org.starfish.core.network.operation.Padding;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Preset;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Recipe;

/** An ascent that does not get on is named, and its remedies help. */
class DiagnosisTest {
	private static final Parameters PLAIN = Parameters.NEUTRAL.with(Parameter.STEPS, 40).with(Parameter.RATE, 2.0);

	/** An ascent with something wrong. */
	private record Case(Diagnosis diagnosis, Network network, Recipe recipe) {
		Synthesis run(Recipe other) throws StarfishException {
			return new GradientAscent(network).run(other, Optional.empty(), StepListener.NONE);
		}

		@Override
		public String toString() {
			return diagnosis.name();
		}
	}

	static Stream<Case> cases() throws StarfishException {
		SmallNetwork ordinary = SmallNetwork.ordinary();
		var sharp = new SmallNetwork(24, 32, 3, false, Preprocessing.ZERO_ONE, 1000);
		Parameters softmax = PLAIN.with(Parameter.OBJECTIVE, "softmax").with(Parameter.INVERSION, 0.0);
		int winner = 0;
		while (new GradientAscent(sharp.network())
				.run(sharp.recipe("prob:" + winner, softmax.with(Parameter.STEPS, 1), 1), Optional.empty(), StepListener.NONE)
				.rank() != 1) {
			winner++;
		}
		Network inception = inception();
		Recipe raw = new Recipe(new Recipe.FileReference("inception.onnx", ""), Preprocessing.RAW,
				ordinary.recipe("mixed0:2", PLAIN, 1).target(), Optional.empty(), "test", PLAIN, 1, Optional.empty(),
				new Recipe.EngineChoice("any", 1), "test");
		return Stream.of(
				new Case(Diagnosis.DEAD_UNIT, ordinary.network(), ordinary.recipe("relu1:0", PLAIN, 1)),
				new Case(Diagnosis.SATURATED, sharp.network(), sharp.recipe("prob:" + winner, softmax, 1)),
				new Case(Diagnosis.UNCHANGING, ordinary.network(),
						ordinary.recipe("conv2:1", PLAIN.with(Parameter.RATE, 0.0005), 1)),
				new Case(Diagnosis.CLIPPED, ordinary.network(),
						ordinary.recipe("conv2:1", PLAIN.with(Parameter.RATE, 60.0), 1)),
				new Case(Diagnosis.WRONG_PREPROCESSING, inception, raw));
	}

	@ParameterizedTest
	@MethodSource("cases")
	void itIsNamed(Case wrong) throws StarfishException {
		Synthesis synthesis = wrong.run(wrong.recipe);
		assertEquals(Optional.of(wrong.diagnosis), synthesis.diagnosis());
		assertEquals(wrong.diagnosis.isBlocking() ? 16 : 40, synthesis.steps());
	}

	static Stream<Arguments> remedies() throws StarfishException {
		List<Arguments> remedies = new ArrayList<>();
		for (Case wrong : cases().toList()) {
			for (Remedy remedy : wrong.diagnosis.remedies()) {
				// Another seed is worth a try, but not for a unit that no picture wakes; nor do open rectifiers help it for long.
				if (wrong.diagnosis != Diagnosis.DEAD_UNIT || remedy == Remedy.LAYER_BEFORE_RECTIFIER) {
					remedies.add(arguments(wrong, remedy));
				}
			}
		}
		return remedies.stream();
	}

	@ParameterizedTest
	@MethodSource("remedies")
	void aRemedyHelps(Case wrong, Remedy remedy) throws StarfishException {
		Recipe remedied = remedy.applied(wrong.recipe, wrong.network).orElseThrow();
		assertNotEquals(Optional.of(wrong.diagnosis), wrong.run(remedied).diagnosis());
		assertTrue(remedied.stoppedAfter().isEmpty());
	}

	@Test
	void changesHelpWhileItRuns() throws StarfishException {
		SmallNetwork network = SmallNetwork.ordinary();
		Recipe recipe = network.recipe("relu1:0", PLAIN, 1);
		var steering = new Steering();
		List<Boolean> stuck = new ArrayList<>();
		new GradientAscent(network.network()).run(recipe, Optional.empty(), steering, frame -> {
			stuck.add(frame.diagnosis().isPresent());
			if (frame.step() == 3) {
				Remedy.OPEN_RECTIFIERS.changes(recipe.parameters(), frame.step()).forEach((parameter, value) -> {
					try {
						steering.change(parameter, value);
					} catch (StarfishException e) {
						throw new AssertionError(e);
					}
				});
			}
		});
		assertEquals(List.of(true, true, true, false), stuck.subList(0, 4));
		assertFalse(stuck.subList(3, 19).contains(true));
		assertTrue(stuck.get(19));
	}

	@ParameterizedTest
	@EnumSource
	void whatARemedyChangesWhileItRunsMayBeChangedThen(Remedy remedy) throws StarfishException {
		for (Map.Entry<Parameter, Object> change : remedy.changes(PLAIN, 7).entrySet()) {
			new Steering().change(change.getKey(), change.getValue());
		}
	}

	@Test
	void everyRemedyIsOfferedForSomething() {
		EnumSet<Remedy> offered = EnumSet.noneOf(Remedy.class);
		for (Diagnosis diagnosis : Diagnosis.values()) {
			offered.addAll(diagnosis.remedies());
		}
		assertEquals(EnumSet.allOf(Remedy.class), offered);
	}

	@Test
	void whatNeedsAChoiceOrIsDoneAlreadyIsNotApplied() throws StarfishException {
		SmallNetwork network = SmallNetwork.ordinary();
		Recipe recipe = network.recipe("conv2:1", PLAIN.with(Parameter.OBJECTIVE, "logit"), 1);
		for (Remedy remedy : List.of(Remedy.START_FROM_IMAGE, Remedy.OTHER_UNIT, Remedy.MAXIMIZE_LOGIT,
				Remedy.LAYER_BEFORE_RECTIFIER, Remedy.LIKELY_PREPROCESSING)) {
			assertEquals(Optional.empty(), remedy.applied(recipe, network.network()), remedy.name());
		}
	}

	/** No preset is taken for faulty on a network that it suits. */
	@Test
	void presetsAreInOrder() throws StarfishException {
		SmallNetwork network = SmallNetwork.ordinary();
		for (Preset preset : List.of(Presets.STARFISH, Presets.LUCID, Presets.PAPER_2017)) {
			Synthesis synthesis = new GradientAscent(network.network()).run(
					network.recipe("fc:1", preset.parameters().with(Parameter.STEPS, 40), 1), Optional.empty(),
					StepListener.NONE);
			assertEquals(Optional.empty(), synthesis.diagnosis(), preset.name());
		}
	}

	/** Named like a network that takes -1 to 1. */
	private static Network inception() throws StarfishException {
		var builder = new Network.Builder(Path.of("inception.onnx"));
		builder.input("data", Shape.image(ChannelOrder.FIRST, 20, 20, 3));
		float[] weights = new float[3 * 3 * 3 * 4];
		for (int i = 0; i < weights.length; i++) {
			weights[i] = (float) Math.sin(i * i);
		}
		builder.add("mixed0", new Convolution(Weights.of(new int[] { 3, 3, 3, 4 }, weights), Optional.empty(),
				new int[] { 1, 1 }, new int[] { 1, 1 }, Padding.none(2), 1), "data");
		return builder.build("test", List.of("mixed0"));
	}
}
