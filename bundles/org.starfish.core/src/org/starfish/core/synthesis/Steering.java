// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import java.util.ArrayList;
import java.util.List;

import org.starfish.core.StarfishException;

/** Lets parameters be changed while an ascent runs, from any thread. The changes become part of its recipe. */
public final class Steering {
	private record Wish(Parameter parameter, Object value) {
	}

	private final List<Wish> wishes = new ArrayList<>();

	/**
	 * Changes a parameter from the next step on.
	 *
	 * @throws StarfishException if it cannot be changed while the ascent runs, or does not take that value
	 */
	public void change(Parameter parameter, Object value) throws StarfishException {
		Recipe.Change.check(parameter);
		Object checked = parameter.checked(value);
		synchronized (wishes) {
			wishes.add(new Wish(parameter, checked));
		}
	}

	/** The changes wished for since the last call, to take effect at a step. */
	List<Recipe.Change> take(int step) {
		synchronized (wishes) {
			List<Recipe.Change> changes = wishes.stream()
					.map(wish -> new Recipe.Change(step, wish.parameter(), wish.value())).toList();
			wishes.clear();
			return changes;
		}
	}
}
