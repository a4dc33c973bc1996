// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.starfish.core.StarfishException;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Recipe;

/** An ascent is paused, taken on by single steps and stopped from another thread, and its picture does not change for it. */
@Timeout(60)
class SteeringTest {
	private static final Parameters PARAMETERS = Presets.LUCID.parameters().with(Parameter.STEPS, 5)
			.with(Parameter.OCTAVES, 2);
	private final Steering steering = new Steering();
	private final BlockingQueue<Integer> steps = new LinkedBlockingQueue<>();

	private CompletableFuture<Synthesis> start(SmallNetwork network) {
		return CompletableFuture.supplyAsync(() -> {
			try {
				return new GradientAscent(network.network()).run(network.recipe("fc:1", PARAMETERS, 3), Optional.empty(),
						steering, frame -> steps.add(frame.step()));
			} catch (StarfishException e) {
				throw new IllegalStateException(e);
			}
		});
	}

	private static Synthesis uninterrupted(SmallNetwork network, Recipe recipe) throws StarfishException {
		return new GradientAscent(network.network()).run(recipe, Optional.empty(), StepListener.NONE);
	}

	@Test
	void pausedItTakesTheStepsAskedForAndThenGoesOn() throws Exception {
		SmallNetwork network = SmallNetwork.ordinary();
		steering.pause();
		CompletableFuture<Synthesis> running = start(network);
		assertTrue(steering.isPaused());
		for (int step = 1; step <= 6; step++) {
			assertEquals(null, steps.poll(20, TimeUnit.MILLISECONDS), "no step is taken unasked");
			steering.step();
			assertEquals(step, steps.take());
		}
		assertFalse(running.isDone());
		steering.resume();
		Synthesis synthesis = running.get();
		assertEquals(List.of(7, 8, 9, 10), new ArrayList<>(steps));
		assertEquals(uninterrupted(network, network.recipe("fc:1", PARAMETERS, 3)).picture(), synthesis.picture());
		assertFalse(synthesis.cancelled());
	}

	@Test
	void aChangeWhilePausedHoldsForTheNextStep() throws Exception {
		SmallNetwork network = SmallNetwork.ordinary();
		steering.step();
		CompletableFuture<Synthesis> running = start(network);
		assertEquals(1, steps.take());
		steering.change(Parameter.RATE, 0.2);
		assertEquals(Map.of(Parameter.RATE, 0.2), steering.wanted());
		assertEquals(List.of(), steering.taken());
		steering.resume();
		Synthesis synthesis = running.get();
		assertEquals(Map.of(), steering.wanted());
		assertEquals(synthesis.recipe().changes(), steering.taken());
		assertEquals(PARAMETERS, synthesis.recipe().parametersAt(0));
		assertEquals(PARAMETERS.with(Parameter.RATE, 0.2), synthesis.recipe().parametersAt(1));
		assertEquals(List.of(new Recipe.Change(1, Parameter.RATE, 0.2)), synthesis.recipe().changes());
		assertEquals(uninterrupted(network, synthesis.recipe()).picture(), synthesis.picture());
	}

	/** At the end of the first octave, too, the picture is that of its last step. */
	@Test
	void stoppedWhilePausedItKeepsThePicture() throws Exception {
		SmallNetwork network = SmallNetwork.ordinary();
		for (int taken : new int[] { 0, 1, 5, 6, 9 }) {
			steering.pause();
			for (int i = 0; i < taken; i++) {
				steering.step();
			}
			CompletableFuture<Synthesis> running = start(network);
			for (int i = 0; i < taken; i++) {
				steps.take();
			}
			steering.stop();
			Synthesis synthesis = running.get();
			assertTrue(synthesis.cancelled());
			assertEquals(taken, synthesis.steps());
			assertEquals(synthesis.picture(), uninterrupted(network, synthesis.recipe()).picture(), "after " + taken);
			assertEquals(List.of(), new ArrayList<>(steps));
		}
	}
}
