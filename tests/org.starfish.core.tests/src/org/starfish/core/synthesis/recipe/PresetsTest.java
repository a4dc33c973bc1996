// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.starfish.core.StarfishException;

/** Pins the numbers that presets cite: all that differ from the defaults, which change nothing. */
class PresetsTest {
	private static final String PAPER = "blurTimesHigh=10 blurTimesLow=3 decay=0.01 inversion=0.1 noise=1.0 normClip=2.0 "
			+ "objective=softmax octaveScale=1.7 octaves=%s rate=1.0 rateHigh=1.7 rateLow=0.7 roll=40 saturation=0.999 "
			+ "stepRule=normalized steps=%s";

	@Test
	void theMethodOfThePaper() throws StarfishException {
		assertPreset("paper-2017", PAPER.formatted(4, 70));
		assertPreset("paper-2017-mixture", PAPER.formatted(3, 20));
	}

	@ParameterizedTest
	@CsvSource({
			"yosinski-1, imageBlur=0.5 imageBlurEvery=4 normPercentile=50.0 rate=2.0 rateLimit=100.0 stepRule=progress steps=500",
			"yosinski-2, decay=0.3 normPercentile=20.0 rate=100.0 stepRule=constant steps=750",
			"yosinski-3, decay=1.0E-4 imageBlur=1.0 imageBlurEvery=4 rate=100.0 stepRule=constant steps=1000",
			"yosinski-4, contributionMagnitude=yes contributionPercentile=90.0 imageBlur=0.5 imageBlurEvery=4 rate=2.0 rateLimit=1.0E8 stepRule=progress steps=1000" })
	void theFourRowsOfYosinski(String name, String expected) throws StarfishException {
		assertPreset(name, expected + " noise=10.0 objective=logit range=clip");
	}

	@Test
	void deepDream() throws StarfishException {
		assertPreset("deepdream",
				"octaveScale=1.4 octaves=4 range=clip rate=1.5 roll=32 stepRule=normalized steps=10");
	}

	@Test
	void lucid() throws StarfishException {
		assertPreset("lucid", "color=decorrelated corners=black fourierDecay=1.0 fourierNoise=0.01 jitter=8 jitterAfter=4 "
				+ "objective=logit pad=12 parameterization=fourier range=sigmoid rate=0.05 reluRedirection=16 rotate=10.0 "
				+ "rotateChoices=21 rotateUpright=" + 5 / 26.0
				+ " scaleChoices=11 scaleHigh=1.1 scaleLow=0.9 stepRule=adam steps=512");
	}

	@Test
	void maco() throws StarfishException {
		assertPreset("maco", "color=decorrelated cropHigh=0.9 cropLow=0.5 objective=logit parameterization=phase range=sigmoid "
				+ "rate=0.1 reluRedirection=16 stepRule=adam steps=256 viewNoise=12.0");
	}

	@Test
	void presetsAreFoundByName() throws StarfishException {
		for (Preset preset : Presets.ALL) {
			assertSame(preset, Presets.of(preset.name()));
		}
		assertSame(Presets.STARFISH, Presets.ALL.get(0));
		var failure = assertThrows(StarfishException.class, () -> Presets.of("picasso"));
		assertTrue(failure.getMessage().contains("yosinski-3"), failure.getMessage());
	}

	@ParameterizedTest
	@EnumSource
	void parametersTakeTheirOwnDefaultAndNothingOutside(Parameter parameter) throws StarfishException {
		String label = parameter.label();
		assertEquals(Parameters.NEUTRAL, Parameters.NEUTRAL.set(label + "=" + parameter.neutral()));
		assertSame(parameter, Parameter.of(label));
		assertTrue(parameter.help().endsWith("."), label);
		if (parameter.type() == Parameter.Type.CHOICE) {
			assertTrue(parameter.choices().contains(parameter.neutral()), label);
			assertThrows(StarfishException.class, () -> Parameters.NEUTRAL.set(label + "=nothing"));
			return;
		}
		for (String wrong : new String[] { "" + (parameter.high() + 1), "" + (parameter.low() - 1), "NaN", "many", "" }) {
			var failure = assertThrows(StarfishException.class, () -> Parameters.NEUTRAL.set(label + "=" + wrong), wrong);
			assertTrue(failure.getMessage().contains(label), failure.getMessage());
		}
	}

	private static void assertPreset(String name, String expected) throws StarfishException {
		Parameters wanted = Parameters.NEUTRAL;
		for (String assignment : expected.split(" ")) {
			wanted = wanted.set(assignment);
		}
		assertEquals(text(wanted), text(Presets.of(name).parameters()));
	}

	private static String text(Parameters parameters) {
		return Arrays.stream(Parameter.values())
				.collect(Collectors.toMap(Parameter::label, parameters::value, (a, b) -> a, TreeMap::new)).toString();
	}
}
