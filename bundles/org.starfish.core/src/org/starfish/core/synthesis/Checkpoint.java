// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.synthesis.recipe.Recipe;

/**
 * A point on the way of an ascent from which it can go on, to the same bytes as without interruption. Immutable; its file is
 * {@link CheckpointFile}.
 */
public final class Checkpoint {
	private final Recipe recipe;
	private final int step;
	private final Optional<AscentState> state;

	/**
	 * @param recipe with the changes made so far
	 * @param step how many steps have been taken
	 * @param state empty before the first step
	 */
	Checkpoint(Recipe recipe, int step, Optional<AscentState> state) {
		this.recipe = recipe;
		this.step = step;
		this.state = state;
	}

	/** Where an ascent begins. */
	public static Checkpoint begin(Recipe recipe) {
		return new Checkpoint(recipe, 0, Optional.empty());
	}

	/** The recipe, with the changes made so far. */
	public Recipe recipe() {
		return recipe;
	}

	/** How many steps have been taken. */
	public int step() {
		return step;
	}

	/**
	 * This point on the way to another picture, as to that of a {@link Recipe#branch}.
	 *
	 * @param other agrees with this one's recipe up to here
	 * @throws StarfishException if it does not, so that its way leads past this point
	 */
	public Checkpoint leadingTo(Recipe other) throws StarfishException {
		if (!recipe.agreesWith(other, step)) {
			throw new StarfishException("The recipe asks for something else within the first %d steps; start anew with it."
					.formatted(step));
		}
		return new Checkpoint(other, step, state);
	}

	Optional<AscentState> state() {
		return state;
	}
}
