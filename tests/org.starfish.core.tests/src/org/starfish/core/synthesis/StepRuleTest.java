// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares steps with the formulas, worked out by hand for the gradient (3, -1, 0, 4). */
class StepRuleTest {
	private static final double LIMIT = 1e8;

	/** The gradient's mean magnitude is 2, its square 26. */
	@ParameterizedTest
	@CsvSource({ "normalized, 1.5, 1e8, 0, 0.75", "constant, 100, 1e8, 0, 100", "progress, 2, 1e8, 0, 0.0769230769",
			"progress, 2, 0.05, 0, 0.05", "progress01, 2, 10, 0.2, 0.0769230769", "progress01, 2, 10, 0.9, 0.0384615385" })
	void theGradientIsMultiplied(String rule, double rate, double limit, double score, double factor) {
		float[] numbers = { 1, 1, 1, 1, 7 };
		StepRule.of(rule, 4).step(numbers, gradient(), 4, rate, limit, score);
		float f = (float) factor;
		assertArrayEquals(new float[] { 1 + 3 * f, 1 - f, 1, 1 + 4 * f, 7 }, numbers, 1e-5f * Math.max(1, f));
	}

	@Test
	void progressRaisesALinearScoreByTheRate() {
		float[] numbers = new float[4];
		StepRule.of("progress", 4).step(numbers, gradient(), 4, 2, LIMIT, 0);
		assertEquals(2, 3 * numbers[0] - numbers[1] + 4 * numbers[3], 1e-5);
	}

	@Test
	void adamFollowsItsMoments() {
		StepRule adam = StepRule.of("adam", 1);
		float[] number = { 0 };
		double mean = 0;
		double square = 0;
		double expected = 0;
		for (int step = 1; step <= 20; step++) {
			double gradient = Math.sin(step) + 0.5;
			adam.step(number, new float[] { (float) gradient }, 1, 0.05, LIMIT, 0);
			mean = 0.9 * mean + 0.1 * gradient;
			square = 0.999 * square + 0.001 * gradient * gradient;
			expected += 0.05 * mean / (1 - Math.pow(0.9, step))
					/ (Math.sqrt(square / (1 - Math.pow(0.999, step))) + 1e-8);
			assertEquals(expected, number[0], 1e-5, "step " + step);
		}
	}

	@Test
	void adamsFirstStepHasTheRateWhateverTheGradientsScale() {
		for (float scale : new float[] { 1e-3f, 1, 1000 }) {
			float[] number = { 0, 0 };
			StepRule.of("adam", 2).step(number, new float[] { 2 * scale, -5 * scale }, 2, 0.05, LIMIT, 0);
			assertArrayEquals(new float[] { 0.05f, -0.05f }, number, 1e-5f);
		}
	}

	private static float[] gradient() {
		return new float[] { 3, -1, 0, 4 };
	}
}
