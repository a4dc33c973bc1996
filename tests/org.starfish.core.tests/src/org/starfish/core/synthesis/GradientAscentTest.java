// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.image.Fit;
import org.starfish.core.image.RgbImage;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.network.operation.Input;
import org.starfish.core.preprocessing.ColorOrder;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.core.synthesis.Octaves.Size;
import org.starfish.core.synthesis.objective.LayerValues;
import org.starfish.core.synthesis.objective.SoftmaxUnit;
import org.starfish.core.synthesis.picture.PixelSpace;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Preset;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.Target;

/** What the ascent promises, on a network small enough to climb in no time. */
class GradientAscentTest {
	private static final Parameters PLAIN = Parameters.NEUTRAL.with(Parameter.STEPS, 12).with(Parameter.RATE, 2.0);
	private static final Parameters FOURIER = Presets.LUCID.parameters().with(Parameter.STEPS, 12);
	private static final Preprocessing AROUND_ZERO = new Preprocessing("around-zero", ColorOrder.RGB, 0, 255,
			List.of(127.5), List.of(1.0), Fit.CROP);

	private static Synthesis run(SmallNetwork network, Recipe recipe, StepListener listener) throws StarfishException {
		return new GradientAscent(network.network()).run(recipe, Optional.empty(), listener);
	}

	private static Synthesis run(SmallNetwork network, Recipe recipe) throws StarfishException {
		return run(network, recipe, StepListener.NONE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "prob:2", "fc:2", "relu2:3", "conv2:3@5,7", "conv1:1" })
	void theScoreRises(String unit) throws StarfishException {
		SmallNetwork network = SmallNetwork.ordinary();
		for (Parameters parameters : List.of(PLAIN, FOURIER)) {
			List<Frame> frames = new ArrayList<>();
			Synthesis synthesis = run(network, network.recipe(unit, parameters, 1), frames::add);
			assertTrue(synthesis.score() > frames.get(0).score(), unit);
			assertEquals(12, frames.size());
			assertEquals(12, synthesis.steps());
			assertEquals(Optional.empty(), synthesis.diagnosis());
			assertEquals(24, synthesis.picture().height());
			assertEquals(32, synthesis.picture().width());
		}
	}

	static Stream<Preset> presets() {
		return Presets.ALL.stream();
	}

	@ParameterizedTest
	@MethodSource("presets")
	void theSameRecipeGivesTheSameBytesAndAnotherSeedAnotherPicture(Preset preset) throws StarfishException {
		SmallNetwork network = SmallNetwork.ordinary();
		Parameters parameters = preset.parameters().with(Parameter.STEPS, 4);
		RgbImage first = run(network, network.recipe("prob:1", parameters, 7)).picture();
		assertEquals(first, run(network, network.recipe("prob:1", parameters, 7)).picture());
		assertNotEquals(first, run(network, network.recipe("prob:1", parameters, 8)).picture());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 5, 11 })
	void aChangeWhileItRunsIsThatChangeInTheRecipe(int step) throws StarfishException {
		SmallNetwork network = SmallNetwork.ordinary();
		var steering = new Steering();
		if (step == 0) {
			steering.change(Parameter.DECAY, 0.2);
		}
		Synthesis steered = new GradientAscent(network.network()).run(network.recipe("prob:1", PLAIN, 3),
				Optional.empty(), steering, frame -> {
					if (frame.step() == step) {
						assertChanged(steering);
					}
				});
		Recipe written = network.recipe("prob:1", PLAIN, 3, new Recipe.Change(step, Parameter.DECAY, 0.2));
		assertEquals(written.changes(), steered.recipe().changes());
		assertEquals(steered.picture(), run(network, written).picture());
		assertEquals(steered.picture(), run(network, steered.recipe()).picture());
		assertNotEquals(steered.picture(), run(network, network.recipe("prob:1", PLAIN, 3)).picture());
	}

	private static void assertChanged(Steering steering) {
		try {
			steering.change(Parameter.DECAY, 0.2);
		} catch (StarfishException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void whatDeterminesTheArraysCannotBeChanged() throws StarfishException {
		SmallNetwork network = SmallNetwork.ordinary();
		assertThrows(StarfishException.class, () -> new Steering().change(Parameter.OCTAVES, 3));
		assertThrows(StarfishException.class, () -> new Steering().change(Parameter.DECAY, 3));
		Recipe recipe = network.recipe("prob:1", PLAIN, 3, new Recipe.Change(2, Parameter.OCTAVES, 3));
		var failure = assertThrows(StarfishException.class, () -> run(network, recipe));
		assertTrue(failure.getMessage().contains("octaves"), failure.getMessage());
	}

	@Test
	void cancellingAtAnyStepKeepsThePicture() throws StarfishException {
		SmallNetwork network = SmallNetwork.ordinary();
		for (Parameters base : List.of(PLAIN, FOURIER)) {
			Parameters parameters = base.with(Parameter.STEPS, 3).with(Parameter.OCTAVES, 2);
			for (int last = 1; last <= 6; last++) {
				int end = last;
				List<RgbImage> pictures = new ArrayList<>();
				Synthesis synthesis = run(network, network.recipe("prob:1", parameters, 3), frame -> {
					pictures.add(frame.picture().get());
					if (frame.step() == end) {
						throw new CancellationException();
					}
				});
				assertTrue(synthesis.cancelled());
				assertEquals(last, synthesis.steps());
				assertEquals(32, synthesis.picture().width());
				assertEquals(last <= 3 ? 23 : 32, pictures.get(last - 1).width());
				if (last > 3) {
					assertEquals(pictures.get(last - 1), synthesis.picture());
				}
			}
		}
	}

	@Test
	void aDeadUnitIsNamedAndWokenByRedirection() throws StarfishException {
		SmallNetwork network = SmallNetwork.ordinary();
		Parameters longer = PLAIN.with(Parameter.STEPS, 100);
		Synthesis dead = run(network, network.recipe("relu1:0", longer, 1));
		assertEquals(Optional.of(Diagnosis.DEAD_UNIT), dead.diagnosis());
		assertEquals(16, dead.steps());
		List<Frame> frames = new ArrayList<>();
		run(network, network.recipe("relu1:0", longer.with(Parameter.RELU_REDIRECTION, 4), 1), frames::add);
		assertTrue(frames.get(3).gradientNorm() > 0);
		assertEquals(Optional.empty(), frames.get(3).diagnosis());
		assertEquals(Optional.of(Diagnosis.DEAD_UNIT), frames.get(4).diagnosis());
	}

	@Test
	void numbersThatAreNoneAreNamedAtOnce() throws StarfishException {
		SmallNetwork network = new SmallNetwork(24, 32, 3, false, Preprocessing.ZERO_ONE, Float.NaN);
		Synthesis synthesis = run(network, network.recipe("fc:1", PLAIN, 1));
		assertEquals(Optional.of(Diagnosis.NOT_A_NUMBER), synthesis.diagnosis());
		assertEquals(1, synthesis.steps());
	}

	@Test
	void aSaturatedSoftmaxIsNamedAndLeftByInversion() throws StarfishException {
		SmallNetwork network = new SmallNetwork(24, 32, 3, false, Preprocessing.ZERO_ONE, 100);
		Parameters softmax = PLAIN.with(Parameter.OBJECTIVE, "softmax").with(Parameter.STEPS, 40);
		int winner = 0;
		while (run(network, network.recipe("prob:" + winner, softmax.with(Parameter.STEPS, 1), 1)).rank() != 1) {
			winner++;
		}
		String unit = "prob:" + winner;
		Synthesis stuck = run(network, network.recipe(unit, softmax.with(Parameter.INVERSION, 0.0), 1));
		assertEquals(Optional.of(Diagnosis.SATURATED), stuck.diagnosis());
		List<Frame> frames = new ArrayList<>();
		Synthesis inverted = run(network, network.recipe(unit, softmax, 1), frames::add);
		assertEquals(Optional.empty(), inverted.diagnosis());
		int peak = 0;
		while (frames.get(peak).score() <= 0.999) {
			peak++;
		}
		assertTrue(frames.get(peak + 1).score() < frames.get(peak).score());
	}

	/** The paper's program asked for a probability of 1, which only rounding gives. */
	@ParameterizedTest
	@CsvSource({ "2, false", "8, false", "9, true", "20, true", "60, true" })
	void theSoftmaxIsSaturatedAboveTheThreshold(float logit, boolean saturated) {
		var layer = new Layer("fc", List.of(), new Input(), List.of(),
				Shape.vector(5));
		var activations = new LayerValues(Map.of(layer, layer.shape()));
		var gradient = new LayerValues(Map.of(layer, layer.shape()));
		activations.of(layer)[3] = logit;
		var objective = new SoftmaxUnit(layer, 3, 0.999, 0.1);
		double p = objective.score(activations, gradient);
		assertEquals(1 / (1 + 4 * Math.exp(-logit)), p, 1e-12);
		assertEquals(saturated, objective.isSaturated());
		assertEquals(saturated ? -1 : 1, Math.signum(gradient.of(layer)[3]));
		assertEquals(1, objective.rank(activations));
	}

	@Test
	void octavesAreTheFullSizeDividedByTheScale() {
		assertEquals(List.of(46, 78, 132, 224), heights(224, 4, 1.7));
		assertEquals(List.of(81, 114, 160, 224), heights(224, 4, 1.4));
		assertEquals(List.of(224), heights(224, 1, 1.7));
		// Smaller ones than 8 pixels are left out.
		assertEquals(List.of(8, 16, 32), heights(32, 10, 2));
		assertEquals(List.of(new Size(12, 9), new Size(24, 18)), Octaves.of(24, 18, 2, 2));
	}

	private static List<Integer> heights(int size, int count, double scale) {
		return Octaves.of(size, size, count, scale).stream().map(Size::height).toList();
	}

	/** The paper's program enlarged every octave to the full size. */
	@ParameterizedTest
	@CsvSource({ "own, false, 12 17 24", "network, false, 24", "own, true, 24" })
	void theNetworkSeesAnOctaveAsItIsWhereItCan(String view, boolean fixedSize, String heights) throws StarfishException {
		var network = new SmallNetwork(24, 32, 3, fixedSize, Preprocessing.ZERO_ONE, 1);
		Parameters parameters = PLAIN.with(Parameter.STEPS, 2).with(Parameter.OCTAVES, 3)
				.with(Parameter.OCTAVE_SCALE, 1.4).with(Parameter.OCTAVE_VIEW, view);
		List<String> planned = new ArrayList<>();
		var ascent = new GradientAscent(network.network(), request -> {
			planned.add(Integer.toString(request.inputShape().height()));
			return Engine.compile(network.network(), request);
		});
		List<Integer> drawn = new ArrayList<>();
		ascent.run(network.recipe("fc:1", parameters, 1), Optional.empty(),
				frame -> drawn.add(frame.picture().get().height()));
		assertEquals(heights, String.join(" ", planned));
		assertEquals(List.of(12, 12, 17, 17, 24, 24), drawn);
	}

	@ParameterizedTest
	@CsvSource({ "pixels, free", "pixels, clip", "pixels, sigmoid", "fourier, free", "fourier, sigmoid" })
	void anAscentStartsFromTheImage(String parameterization, String range) throws StarfishException {
		SmallNetwork network = SmallNetwork.ordinary();
		RgbImage image = photo(32, 24);
		Parameters parameters = PLAIN.with(Parameter.STEPS, 2).with(Parameter.RATE, 0.0).with(Parameter.OCTAVES, 2)
				.with(Parameter.PARAMETERIZATION, parameterization).with(Parameter.COLOR, "decorrelated")
				.with(Parameter.RANGE, range);
		RgbImage still = new GradientAscent(network.network())
				.run(network.recipe("prob:1", parameters, 1), Optional.of(image), StepListener.NONE).picture();
		assertTrue(difference(image, still) < 0.6, () -> "differs by " + difference(image, still));
		RgbImage moved = new GradientAscent(network.network())
				.run(network.recipe("prob:1", parameters.with(Parameter.RATE, 0.1), 1), Optional.of(image),
						StepListener.NONE)
				.picture();
		assertNotEquals(still, moved);
	}

	@Test
	void thePictureHasTheSizeAskedForAndTheImagesShapeWhereThatCanBeSeen() throws StarfishException {
		for (boolean fixedSize : new boolean[] { false, true }) {
			var network = new SmallNetwork(24, 32, 3, fixedSize, Preprocessing.ZERO_ONE, 1);
			Recipe recipe = network.recipe("fc:1", PLAIN.with(Parameter.SIZE, 48).with(Parameter.STEPS, 1), 1);
			RgbImage grown = run(network, recipe).picture();
			assertEquals("RgbImage[64x48]", grown.toString());
			RgbImage changed = new GradientAscent(network.network())
					.run(recipe, Optional.of(photo(30, 60)), StepListener.NONE).picture();
			assertEquals(fixedSize ? "RgbImage[64x48]" : "RgbImage[24x48]", changed.toString());
		}
	}

	@ParameterizedTest
	@MethodSource("presets")
	void networksThatSeeNoColoursGetGrayPictures(Preset preset) throws StarfishException {
		var network = new SmallNetwork(20, 28, 1, false, Preprocessing.ZERO_ONE, 1);
		Recipe recipe = network.recipe("prob:1", preset.parameters().with(Parameter.STEPS, 3), 1);
		for (Optional<RgbImage> start : List.of(Optional.<RgbImage>empty(), Optional.of(photo(40, 40)))) {
			RgbImage picture = new GradientAscent(network.network()).run(recipe, start, StepListener.NONE).picture();
			assertEquals("RgbImage[28x20]", picture.toString());
			byte[] rgb = picture.rgb();
			for (int i = 0; i < rgb.length; i += 3) {
				assertTrue(rgb[i] == rgb[i + 1] && rgb[i] == rgb[i + 2]);
			}
			assertTrue(difference(picture, RgbImage.filled(28, 20, 0x808080)) > 0.5, "nothing drawn");
		}
	}

	static Stream<Arguments> ranges() {
		List<Arguments> cases = new ArrayList<>();
		for (Preset preset : Presets.ALL) {
			cases.add(arguments(preset, Preprocessing.MINUS_ONE_ONE));
			cases.add(arguments(preset, AROUND_ZERO));
			cases.add(arguments(preset, Preprocessing.RAW));
		}
		// Where the network's mean is not mid-gray, noise and decay are about the mean; a sigmoid's picture is the same even so.
		cases.add(arguments(Presets.LUCID, Preprocessing.IMAGENET_RGB));
		return cases.stream();
	}

	@ParameterizedTest
	@MethodSource("ranges")
	void parametersCarryOverBetweenInputRanges(Preset preset, Preprocessing other) throws StarfishException {
		var zeroOne = new SmallNetwork(24, 32, 3, false, Preprocessing.ZERO_ONE, 1);
		var network = new SmallNetwork(24, 32, 3, false, other, 1);
		Parameters parameters = preset.parameters().with(Parameter.STEPS, 3);
		RgbImage expected = run(zeroOne, zeroOne.recipe("prob:1", parameters, 1)).picture();
		RgbImage actual = run(network, network.recipe("prob:1", parameters, 1)).picture();
		// Where a regularizer compares pixels, rounding may decide on some of them.
		RgbImage unrelated = run(network, network.recipe("prob:1", parameters, 2)).picture();
		assertTrue(difference(expected, actual) < 0.1 * difference(expected, unrelated),
				() -> "differs by " + difference(expected, actual));
	}

	static Stream<Preprocessing> preprocessings() {
		return Preprocessing.presets().values().stream();
	}

	/** The paper's program subtracted the mean of blue from red. */
	@ParameterizedTest
	@MethodSource("preprocessings")
	void whatTheNetworkSeesOfAPhotoIsWhatItAlwaysSees(Preprocessing preprocessing) throws StarfishException {
		RgbImage photo = photo(9, 7);
		for (int channels : new int[] { 1, 3 }) {
			Shape shape = Shape.image(ChannelOrder.FIRST, 7, 9, channels);
			var builder = new Network.Builder(Path.of("empty.onnx"));
			builder.input("data", shape);
			var space = new PixelSpace(builder.build("test", List.of("data")), preprocessing);
			float[] input = new float[7 * 9 * channels];
			space.toInput(space.fromPixels(photo.toFloats()), input);
			float[] expected = preprocessing.toInput(photo, shape);
			for (int i = 0; i < input.length; i++) {
				assertEquals(expected[i], input[i], 1e-3 * Math.max(1, Math.abs(expected[i])));
			}
		}
	}

	/** The paper's program put the units of one layer on another. */
	@Test
	void aMixtureIsOfTheUnitsNamed() throws StarfishException {
		SmallNetwork network = SmallNetwork.ordinary();
		RgbImage photo = photo(32, 24);
		var target = new Target.OfUnits(List.of(new Target.Weighted(UnitAddress.parse("relu2:3"), 2, false),
				new Target.Weighted(UnitAddress.parse("fc:4"), -1, false),
				new Target.Weighted(UnitAddress.parse("conv1:2@4,9"), 1, true)));
		Recipe unit = network.recipe("prob:1", PLAIN.with(Parameter.STEPS, 1), 1);
		Recipe recipe = new Recipe(unit.model(), unit.preprocessing(), target, Optional.empty(), "test",
				unit.parameters(), 1, Optional.empty(), unit.engine(), "test");
		double score = new GradientAscent(network.network()).run(recipe, Optional.of(photo), StepListener.NONE).score();
		Layer relu2 = network.network().layer("relu2");
		Layer fc = network.network().layer("fc");
		Layer conv1 = network.network().layer("conv1");
		Shape input = network.network().inputShape();
		try (Plan plan = Engine.compile(network.network(),
				new PlanRequest(Set.of(relu2, fc, conv1), input, 1, false))) {
			plan.forward(unit.preprocessing().toInput(photo, input));
			double mean = 0;
			float[] values = plan.activation(relu2);
			for (int i = 3; i < values.length; i += 6) {
				mean += values[i] * 6.0 / values.length;
			}
			double edge = plan.activation(conv1)[(9 * 32 + 4) * 8 + 2];
			assertEquals(2 * mean - plan.activation(fc)[4] + edge * edge / 2, score, 1e-4);
		}
	}

	@Test
	void penaltiesPullThePictureTowardsGray() throws StarfishException {
		SmallNetwork network = SmallNetwork.ordinary();
		RgbImage gray = RgbImage.filled(32, 24, 0x808080);
		double without = difference(gray, run(network, network.recipe("prob:1", PLAIN, 1)).picture());
		for (Parameter penalty : List.of(Parameter.CONTRAST, Parameter.TOTAL_VARIATION)) {
			Recipe recipe = network.recipe("prob:1", PLAIN.with(penalty, 1.0), 1);
			assertTrue(difference(gray, run(network, recipe).picture()) < without, penalty::label);
		}
	}

	@Test
	void theRateIsDrawnFromItsRange() throws StarfishException {
		SmallNetwork network = SmallNetwork.ordinary();
		Parameters wide = PLAIN.with(Parameter.RATE_LOW, 0.1).with(Parameter.RATE_HIGH, 5.0);
		RgbImage drawn = run(network, network.recipe("prob:1", wide, 1)).picture();
		assertNotEquals(drawn, run(network, network.recipe("prob:1", wide.with(Parameter.RATE_LOW, 5.0), 1)).picture());
		assertNotEquals(drawn, run(network, network.recipe("prob:1", wide.with(Parameter.RATE_HIGH, 0.1), 1)).picture());
	}

	@Test
	void unitsThatAreNotThereAreRefused() throws StarfishException {
		SmallNetwork network = SmallNetwork.ordinary();
		assertThrows(StarfishException.class, () -> run(network, network.recipe("prob:5", PLAIN, 1)));
		assertThrows(StarfishException.class, () -> run(network, network.recipe("conv9:0", PLAIN, 1)));
		Parameters softmax = PLAIN.with(Parameter.OBJECTIVE, "softmax");
		var failure = assertThrows(StarfishException.class, () -> run(network, network.recipe("conv2:0", softmax, 1)));
		assertTrue(failure.getMessage().contains("'conv2'"), failure.getMessage());
		assertFalse(failure.getMessage().contains("Exception"), failure.getMessage());
	}

	private static RgbImage photo(int width, int height) {
		byte[] rgb = new byte[3 * width * height];
		for (int i = 0; i < rgb.length; i++) {
			int x = i / 3 % width;
			int y = i / 3 / width;
			rgb[i] = (byte) (int) (128 + 70 * Math.sin(0.3 * x + i % 3) + 30 * Math.cos(0.4 * y));
		}
		return new RgbImage(width, height, rgb);
	}

	/** The mean difference, in pixel units. */
	private static double difference(RgbImage a, RgbImage b) {
		assertEquals(a.toString(), b.toString());
		double sum = 0;
		for (int i = 0; i < a.rgb().length; i++) {
			sum += Math.abs((a.rgb()[i] & 0xff) - (b.rgb()[i] & 0xff));
		}
		return sum / a.rgb().length;
	}
}
