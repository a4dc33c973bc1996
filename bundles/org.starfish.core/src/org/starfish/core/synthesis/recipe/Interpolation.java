// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.recipe;

import java.util.List;

import org.starfish.core.network.UnitAddress;

/** What lies between two units: both at once, one with what weight the other lacks. (Olah, Mordvintsev and Schubert 2017) */
public final class Interpolation {
	private Interpolation() {
	}

	/**
	 * A point between two units.
	 *
	 * @param share how near to the second one, 0 to 1
	 */
	public static Target.OfUnits between(UnitAddress first, UnitAddress second, double share) {
		if (!(share >= 0 && share <= 1)) {
			throw new IllegalArgumentException("a share of " + share);
		}
		return new Target.OfUnits(List.of(new Target.Weighted(first, 1 - share, false),
				new Target.Weighted(second, share, false)));
	}
}
