// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.parameterization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.starfish.core.synthesis.picture.Step;

/** Can a parameterization show a photo, and does it start from noise of the size it promises? */
class FitTest {
	private static final int HEIGHT = 30;
	private static final int WIDTH = 37;
	private static final float[] CENTER = { 104, 117, 123 };

	static Stream<Arguments> parameterizations() {
		int size = 3 * HEIGHT * WIDTH;
		Supplier<Parameterization> pixels = () -> new PixelImage(size, 0.1);
		Supplier<Parameterization> fourier = () -> new FourierImage(HEIGHT, WIDTH, 3, 1, 0.01);
		return Stream.of(arguments("pixels", pixels.get()), arguments("fourier", fourier.get()),
				arguments("flat fourier", new FourierImage(HEIGHT, WIDTH, 3, 0, 0.01)),
				arguments("decorrelated pixels", new DecorrelatedColor(pixels.get())),
				arguments("linear fourier", new Linear(fourier.get(), size, CENTER)),
				arguments("linear decorrelated pixels", new Linear(new DecorrelatedColor(pixels.get()), size, CENTER)),
				arguments("sigmoid pixels", new Sigmoid(pixels.get(), size, CENTER)),
				arguments("sigmoid decorrelated fourier",
						new Sigmoid(new DecorrelatedColor(fourier.get()), size, CENTER)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("parameterizations")
	void aPhotoComesBackFromTheNumbersThatFitIt(String name, Parameterization parameterization) {
		float[] photo = photo();
		float[] numbers = new float[parameterization.size()];
		parameterization.fit(photo.clone(), numbers);
		float[] back = new float[photo.length];
		parameterization.apply(numbers, back);
		for (int i = 0; i < photo.length; i++) {
			// Pure black and white are a little out of reach for a sigmoid.
			assertEquals(photo[i], back[i], 0.6, "at " + i);
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("parameterizations")
	void theStartDependsOnTheSeedAlone(String name, Parameterization parameterization) {
		float[] first = start(parameterization, 1);
		assertEquals(Arrays.toString(first), Arrays.toString(start(parameterization, 1)));
		assertNotEquals(Arrays.toString(first), Arrays.toString(start(parameterization, 2)));
		double expected = name.contains("pixels") ? 0.1 : 0.01;
		double square = 0;
		for (float number : first) {
			square += number * number;
		}
		assertEquals(expected, Math.sqrt(square / first.length), 0.05 * expected);
	}

	private static float[] start(Parameterization parameterization, long seed) {
		float[] numbers = new float[parameterization.size()];
		parameterization.start(new Step(seed, 0, 0), numbers);
		return numbers;
	}

	/** Soft shapes with an edge, some black and some white, relative to the centre. */
	private static float[] photo() {
		float[] values = new float[3 * HEIGHT * WIDTH];
		for (int y = 0, i = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) {
				boolean disc = Math.hypot(y - 12, x - 20) < 8;
				for (int c = 0; c < 3; c++, i++) {
					double value = 128 + 100 * Math.sin(0.2 * x + c) * Math.cos(0.15 * y) + (disc ? 90 - 60 * c : 0);
					values[i] = (float) Math.clamp(value, 0, 255) - CENTER[c];
				}
			}
		}
		return values;
	}
}
