// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.starfish.core.StarfishException;
import org.starfish.core.image.FloatImage;
import org.starfish.core.image.RgbImage;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Dense;
import org.starfish.core.network.operation.Reshape;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.core.synthesis.recipe.Interpolation;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.Target;

/**
 * Units that want to see one photo, each its own, and nothing else: every method must lead there, as far as what it holds fast allows.
 */
class FitAPhotoTest {
	private static final int HEIGHT = 24;
	private static final int WIDTH = 32;
	private static final int SIZE = 3 * HEIGHT * WIDTH;
	/** A penalty on contrast alone makes a picture that is the photo but for its contrast. */
	private static final Parameters PARAMETERS = Parameters.NEUTRAL.with(Parameter.STEPS, 120).with(Parameter.RATE, 3.0)
			.with(Parameter.RATE_END, 0.1).with(Parameter.CONTRAST, 2.0);

	private final float[] disc = photo(10, 12);
	private final float[] other = photo(24, 8);
	private Network network;

	@BeforeEach
	void makeANetwork() throws StarfishException {
		float[] weights = new float[2 * SIZE];
		for (int y = 0, i = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) {
				for (int c = 0; c < 3; c++, i++) {
					int at = (c * HEIGHT + y) * WIDTH + x;
					weights[2 * at] = disc[i] / SIZE;
					weights[2 * at + 1] = other[i] / SIZE;
				}
			}
		}
		var builder = new Network.Builder(Path.of("photos.onnx"));
		builder.input("data", Shape.image(ChannelOrder.FIRST, HEIGHT, WIDTH, 3));
		builder.add("flat", Reshape.flatten(), "data");
		builder.add("fc", new Dense(Weights.of(new int[] { SIZE, 2 }, weights),
				Optional.of(Weights.of(new int[] { 2 }, new float[2]))), "flat");
		network = builder.build("test", List.of("fc"));
	}

	/** Soft shapes with a disc, -1 to 1, its mean 0. Channels last. */
	private static float[] photo(int column, int row) {
		float[] values = new float[SIZE];
		float mean = 0;
		for (int y = 0, i = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) {
				boolean inside = Math.hypot(y - row, x - column) < 7;
				for (int c = 0; c < 3; c++, i++) {
					values[i] = (float) (0.4 * Math.sin(0.2 * (x + column) + c) * Math.cos(0.15 * (y + row))
							+ (inside ? 0.5 - 0.4 * c : 0));
					mean += values[i] / SIZE;
				}
			}
		}
		for (int i = 0; i < SIZE; i++) {
			values[i] -= mean;
		}
		return values;
	}

	private Recipe recipe(Target target, String settings) throws StarfishException {
		Parameters parameters = PARAMETERS;
		for (String setting : settings.isBlank() ? new String[0] : settings.split(" ")) {
			parameters = parameters.set(setting);
		}
		return new Recipe(new Recipe.FileReference("photos.onnx", ""), Preprocessing.ZERO_ONE, target, Optional.empty(), "test",
				parameters, 1, Optional.empty(), new Recipe.EngineChoice("any", 1), "test");
	}

	private RgbImage draw(Recipe recipe, RgbImage... earlier) throws StarfishException {
		return new GradientAscent(network).apartFrom(List.of(earlier)).run(recipe, Optional.empty(), StepListener.NONE)
				.picture();
	}

	private static Target unit(int index) throws StarfishException {
		return new Target.OfUnit(UnitAddress.parse("fc:" + index));
	}

	private static double correlation(float[] photo, RgbImage picture) {
		FloatImage pixels = picture.toFloats();
		double mean = 0;
		for (float value : pixels.values()) {
			mean += value / SIZE;
		}
		double sum = 0;
		double square = 0;
		double photoSquare = 0;
		for (int i = 0; i < SIZE; i++) {
			double value = pixels.values()[i] - mean;
			sum += photo[i] * value;
			square += value * value;
			photoSquare += photo[i] * photo[i];
		}
		return sum / Math.sqrt(square * photoSquare);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "plain, '', 0.98", "total variation, totalVariation=0.05, 0.95",
			"phases, parameterization=phase range=sigmoid stepRule=adam rate=0.1, 0.7",
			"phases of colours, parameterization=phase color=decorrelated range=sigmoid stepRule=adam rate=0.1, 0.6",
			"random crops, cropLow=0.8, 0.8", "noisy crops, cropLow=0.8 viewNoise=12, 0.8",
			"several crops, cropLow=0.6 views=4, 0.6" })
	void theMethodFitsAPhoto(String name, String settings, double least) throws StarfishException {
		double correlation = correlation(disc, draw(recipe(unit(0), settings)));
		assertTrue(correlation > least, () -> "correlates by " + correlation);
	}

	@Test
	void aMinimumFitsTheNegative() throws StarfishException {
		double correlation = correlation(disc, draw(recipe(unit(0), "direction=minimize")));
		assertTrue(correlation < -0.98, () -> "correlates by " + correlation);
	}

	@ParameterizedTest
	@CsvSource({ "0.3", "0.5" })
	void whatLiesBetweenTwoFitsBoth(double share) throws StarfishException {
		float[] between = new float[SIZE];
		for (int i = 0; i < SIZE; i++) {
			between[i] = (float) ((1 - share) * disc[i] + share * other[i]);
		}
		Target target = Interpolation.between(UnitAddress.parse("fc:0"), UnitAddress.parse("fc:1"), share);
		double correlation = correlation(between, draw(recipe(target, "")));
		assertTrue(correlation > 0.98, () -> "correlates by " + correlation);
	}

	/** The photo is still there, less so than without, because its colours are what a variant must not have again. */
	@Test
	void aVariantFitsAsFarAsItMayBeAlike() throws StarfishException {
		RgbImage first = draw(recipe(unit(0), ""));
		var variants = new Recipe.Variants("data", List.of(new Recipe.FileReference("a.png", "")));
		double correlation = correlation(disc,
				draw(recipe(unit(0), "diversity=2").withVariants(Optional.of(variants)), first));
		assertTrue(correlation > 0.6 && correlation < correlation(disc, first), () -> "correlates by " + correlation);
	}
}
