// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.starfish.core.StarfishException;
import org.starfish.core.image.RgbImage;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Preset;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Recipe;

/** Killed at any step and gone on with, an ascent leads to the same bytes as without interruption. */
class CheckpointTest {
	private static final Optional<RgbImage> NO_IMAGE = Optional.empty();

	@TempDir
	private Path folder;
	private SmallNetwork network;
	private GradientAscent ascent;

	@BeforeEach
	void makeANetwork() throws StarfishException {
		network = SmallNetwork.ordinary();
		ascent = new GradientAscent(network.network());
	}

	static List<Preset> presets() {
		return Presets.ALL;
	}

	@ParameterizedTest
	@MethodSource("presets")
	void goingOnFromAnyStepLeadsToTheSameBytes(Preset preset) throws StarfishException {
		Recipe recipe = network.recipe("prob:1",
				preset.parameters().with(Parameter.STEPS, 3).with(Parameter.OCTAVES, 2), 5,
				new Recipe.Change(2, Parameter.DECAY, 0.1), new Recipe.Change(4, Parameter.DECAY, 0.02));
		List<Path> files = new ArrayList<>();
		Synthesis whole = ascent.run(recipe, NO_IMAGE, frame -> files.add(written(frame)));
		assertEquals(6, files.size());
		for (Path file : files) {
			List<Integer> steps = new ArrayList<>();
			Checkpoint checkpoint = CheckpointFile.read(file).checkpoint();
			Synthesis resumed = ascent.resume(checkpoint, NO_IMAGE, new Steering(), frame -> steps.add(frame.step()));
			assertEquals(whole.picture(), resumed.picture(), file::toString);
			assertEquals(whole.recipe(), resumed.recipe());
			assertEquals(whole.score(), resumed.score());
			assertEquals(whole.rank(), resumed.rank());
			assertEquals(6 - checkpoint.step(), steps.size());
			assertEquals(steps.isEmpty() ? 6 : checkpoint.step() + 1, steps.isEmpty() ? 6 : steps.get(0));
		}
	}

	private Path written(Frame frame) {
		Path file = folder.resolve("after-" + frame.step());
		try {
			new CheckpointFile(folder.resolve("picture.png"), frame.checkpoint().get()).write(file);
		} catch (StarfishException e) {
			throw new AssertionError(e);
		}
		return file;
	}

	@Test
	void whatWasChangedBeforeItWasKilledIsKept() throws StarfishException {
		Recipe recipe = network.recipe("fc:2", Presets.LUCID.parameters().with(Parameter.STEPS, 8), 5);
		var steering = new Steering();
		List<Checkpoint> checkpoints = new ArrayList<>();
		Synthesis whole = ascent.run(recipe, NO_IMAGE, steering, frame -> {
			if (frame.step() == 2) {
				change(steering, Parameter.RATE, 0.2);
			}
			if (frame.step() == 4) {
				checkpoints.add(frame.checkpoint().get());
				change(steering, Parameter.RATE, 0.01);
			}
		});
		Checkpoint checkpoint = checkpoints.get(0);
		assertEquals(List.of(new Recipe.Change(2, Parameter.RATE, 0.2)), checkpoint.recipe().changes());
		var again = new Steering();
		change(again, Parameter.RATE, 0.01);
		Synthesis resumed = ascent.resume(checkpoint, NO_IMAGE, again, StepListener.NONE);
		assertEquals(whole.recipe(), resumed.recipe());
		assertEquals(whole.picture(), resumed.picture());
	}

	private static void change(Steering steering, Parameter parameter, Object value) {
		try {
			steering.change(parameter, value);
		} catch (StarfishException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void anAscentThatWasStuckStaysStuck() throws StarfishException {
		List<Checkpoint> checkpoints = new ArrayList<>();
		Recipe recipe = network.recipe("relu1:0", Parameters.NEUTRAL.with(Parameter.STEPS, 100), 1);
		Synthesis whole = ascent.run(recipe, NO_IMAGE, frame -> checkpoints.add(frame.checkpoint().get()));
		for (Checkpoint checkpoint : List.of(checkpoints.get(3), checkpoints.get(15))) {
			Synthesis resumed = ascent.resume(checkpoint, NO_IMAGE, new Steering(), StepListener.NONE);
			assertEquals(16, resumed.steps());
			assertEquals(whole.diagnosis(), resumed.diagnosis());
		}
	}

	@Test
	void anAscentFromAnImageGoesOnWithTheImage() throws StarfishException {
		RgbImage image = RgbImage.filled(40, 20, 0x4080c0);
		Recipe recipe = network.recipe("fc:2", Presets.DEEPDREAM.parameters().with(Parameter.STEPS, 3)
				.with(Parameter.SIZE, 30), 5);
		List<Checkpoint> checkpoints = new ArrayList<>();
		Synthesis whole = ascent.run(recipe, Optional.of(image), frame -> checkpoints.add(frame.checkpoint().get()));
		for (Checkpoint checkpoint : checkpoints) {
			Synthesis resumed = ascent.resume(checkpoint, Optional.of(image), new Steering(), StepListener.NONE);
			assertEquals(whole.picture(), resumed.picture());
			assertEquals(whole.recipe(), resumed.recipe());
		}
	}

	/** Two pictures that have their first steps in common. */
	@Test
	void aBranchIsWhatItsRecipeSays() throws StarfishException {
		Recipe recipe = network.recipe("fc:2", Presets.STARFISH.parameters().with(Parameter.STEPS, 4), 5,
				new Recipe.Change(1, Parameter.RATE, 0.1), new Recipe.Change(6, Parameter.RATE, 0.3));
		List<Checkpoint> checkpoints = new ArrayList<>();
		Synthesis whole = ascent.run(recipe, NO_IMAGE, frame -> checkpoints.add(frame.checkpoint().get()));
		for (int step : new int[] { 2, 4, 6, 7 }) {
			Recipe branch = recipe.branch(step, Map.of(Parameter.TOTAL_VARIATION, 2.0));
			assertEquals(step <= 6 ? 2 : 3, branch.changes().size());
			RgbImage expected = ascent.run(branch, NO_IMAGE, StepListener.NONE).picture();
			assertNotEquals(whole.picture(), expected);
			Checkpoint last = checkpoints.get(step - 1).leadingTo(branch);
			assertEquals(expected, ascent.resume(last, NO_IMAGE, new Steering(), StepListener.NONE).picture());
			Checkpoint earlier = checkpoints.get(step - 2).leadingTo(branch);
			assertEquals(expected, ascent.resume(earlier, NO_IMAGE, new Steering(), StepListener.NONE).picture());
			assertThrows(StarfishException.class, () -> checkpoints.get(step).leadingTo(branch));
		}
		assertThrows(StarfishException.class, () -> recipe.branch(2, Map.of(Parameter.OCTAVES, 3)));
		assertThrows(StarfishException.class, () -> recipe.branch(2, Map.of(Parameter.RATE, -1.0)));
		Recipe other = network.recipe("fc:1", recipe.parameters(), 5);
		assertThrows(StarfishException.class, () -> checkpoints.get(0).leadingTo(other));
	}

	@Test
	void aCheckpointOfAnotherPictureIsRefused() throws StarfishException {
		List<Checkpoint> checkpoints = new ArrayList<>();
		ascent.run(network.recipe("fc:2", Presets.LUCID.parameters().with(Parameter.STEPS, 2), 5), NO_IMAGE,
				frame -> checkpoints.add(frame.checkpoint().get()));
		for (Parameters parameters : List.of(Presets.LUCID.parameters().with(Parameter.SIZE, 48),
				Presets.LUCID.parameters().with(Parameter.STEP_RULE, "constant"),
				Presets.LUCID.parameters().with(Parameter.STEPS, 1))) {
			var wrong = new Checkpoint(network.recipe("fc:2", parameters, 5), 2, checkpoints.get(1).state());
			assertThrows(StarfishException.class,
					() -> ascent.resume(wrong, NO_IMAGE, new Steering(), StepListener.NONE));
		}
	}

	@Test
	void beforeTheFirstStepThereIsACheckpointToo() throws StarfishException {
		Recipe recipe = network.recipe("fc:2", Presets.LUCID.parameters().with(Parameter.STEPS, 2), 5);
		Path file = folder.resolve("begin");
		new CheckpointFile(Path.of("x.png"), Checkpoint.begin(recipe)).write(file);
		CheckpointFile read = CheckpointFile.read(file);
		assertEquals(Path.of("x.png").toAbsolutePath(), read.picture());
		assertEquals(recipe, read.checkpoint().recipe());
		assertEquals(ascent.run(recipe, NO_IMAGE, StepListener.NONE).picture(),
				ascent.resume(read.checkpoint(), NO_IMAGE, new Steering(), StepListener.NONE).picture());
	}

	@Test
	void damagedFilesAreRefused() throws StarfishException, IOException {
		List<Path> files = new ArrayList<>();
		ascent.run(network.recipe("fc:2", Presets.LUCID.parameters().with(Parameter.STEPS, 2), 5), NO_IMAGE, frame -> {
			files.add(written(frame));
			throw new CancellationException();
		});
		byte[] good = Files.readAllBytes(files.get(0));
		var random = new Random(1);
		for (int i = 0; i < 300; i++) {
			byte[] bad = i % 2 == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
			if (i % 2 == 1) {
				bad[random.nextInt(bad.length)] ^= (byte) (1 + random.nextInt(255));
			}
			Path file = Files.write(folder.resolve("bad"), bad);
			var refusal = assertThrows(StarfishException.class, () -> CheckpointFile.read(file));
			assertTrue(refusal.getMessage().contains("bad"), refusal.getMessage());
		}
		assertThrows(StarfishException.class, () -> CheckpointFile.read(folder.resolve("none")));
	}
}
