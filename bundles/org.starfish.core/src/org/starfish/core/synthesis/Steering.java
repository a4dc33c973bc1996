// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.starfish.core.StarfishException;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Recipe;

/**
 * Steers an ascent while it runs, from any thread: pauses it, lets it take single steps, stops it, and changes its parameters.
 * Changes become part of its recipe. What the ascent cannot do is refused here, so that it never ends for it.
 */
public final class Steering {
	private record Wish(Parameter parameter, Object value) {
	}

	/** Whether an ascent can do a change. */
	@FunctionalInterface
	interface Check {
		/** No ascent runs yet, so that there is nothing to ask. */
		Check NONE = (parameter, value) -> {
		};

		/**
		 * @param value in the parameter's type and range
		 * @throws StarfishException if it cannot
		 */
		void check(Parameter parameter, Object value) throws StarfishException;
	}

	private final List<Wish> wishes = new ArrayList<>();
	private final List<Recipe.Change> taken = new ArrayList<>();
	private Check ascent = Check.NONE;
	private boolean paused;
	private boolean stopped;
	/** How many steps may be taken although it is paused. */
	private int granted;

	/**
	 * Changes a parameter from the next step on.
	 *
	 * @throws StarfishException if it cannot be changed while the ascent runs, does not take that value, or the ascent that runs cannot
	 *             do it; nothing changes then
	 */
	public void change(Parameter parameter, Object value) throws StarfishException {
		Recipe.Change.check(parameter);
		Object checked = parameter.checked(value);
		synchronized (this) {
			ascent.check(parameter, checked);
			wishes.add(new Wish(parameter, checked));
		}
	}

	/** The changes that have taken effect, in the order of their steps. */
	public synchronized List<Recipe.Change> taken() {
		return List.copyOf(taken);
	}

	/** The values that will hold from the next step on. */
	public synchronized Map<Parameter, Object> wanted() {
		Map<Parameter, Object> wanted = new EnumMap<>(Parameter.class);
		wishes.forEach(wish -> wanted.put(wish.parameter(), wish.value()));
		return wanted;
	}

	/** Holds the ascent before its next step. */
	public synchronized void pause() {
		paused = true;
		granted = 0;
	}

	/** Lets the ascent go on. */
	public synchronized void resume() {
		paused = false;
		notifyAll();
	}

	/** Lets the ascent take one step and pause again; pauses it if it runs. */
	public synchronized void step() {
		paused = true;
		granted++;
		notifyAll();
	}

	/** Ends the ascent before its next step, also if it is paused, with the picture reached so far. */
	public synchronized void stop() {
		stopped = true;
		notifyAll();
	}

	/** Whether the ascent is held. */
	public synchronized boolean isPaused() {
		return paused;
	}

	/**
	 * From now on this steers that ascent.
	 *
	 * @throws StarfishException if it cannot do a change wished for before
	 */
	synchronized void begin(Check newAscent) throws StarfishException {
		for (Wish wish : wishes) {
			newAscent.check(wish.parameter(), wish.value());
		}
		ascent = newAscent;
	}

	/** The ascent is over. */
	synchronized void end() {
		ascent = Check.NONE;
		stopped = false;
	}

	/**
	 * Waits until the ascent may take its next step.
	 *
	 * @throws CancellationException if it is to end instead
	 */
	synchronized void awaitTurn() {
		try {
			while (paused && granted == 0 && !stopped) {
				wait();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
		if (stopped) {
			throw new CancellationException("stopped");
		}
		if (paused) {
			granted--;
		}
	}

	/** The changes wished for since the last call, to take effect at a step. */
	synchronized List<Recipe.Change> take(int step) {
		List<Recipe.Change> changes = wishes.stream()
				.map(wish -> new Recipe.Change(step, wish.parameter(), wish.value())).toList();
		wishes.clear();
		taken.addAll(changes);
		return changes;
	}
}
