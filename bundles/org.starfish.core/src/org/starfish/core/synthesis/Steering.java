// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import java.util.ArrayList;
import java.util.List;

import org.starfish.core.StarfishException;

/**
 * Lets parameters be changed while an ascent runs, from any thread. The changes become part of its recipe. What the ascent cannot do is
 * refused here, so that it never ends for it.
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
	private Check ascent = Check.NONE;

	/**
	 * Changes a parameter from the next step on.
	 *
	 * @throws StarfishException if it cannot be changed while the ascent runs, does not take that value, or the ascent that runs cannot
	 *             do it; nothing changes then
	 */
	public void change(Parameter parameter, Object value) throws StarfishException {
		Recipe.Change.check(parameter);
		Object checked = parameter.checked(value);
		synchronized (wishes) {
			ascent.check(parameter, checked);
			wishes.add(new Wish(parameter, checked));
		}
	}

	/**
	 * From now on changes are for this ascent.
	 *
	 * @throws StarfishException if it cannot do one wished for before
	 */
	void begin(Check newAscent) throws StarfishException {
		synchronized (wishes) {
			for (Wish wish : wishes) {
				newAscent.check(wish.parameter(), wish.value());
			}
			ascent = newAscent;
		}
	}

	/** The ascent is over. */
	void end() {
		synchronized (wishes) {
			ascent = Check.NONE;
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
