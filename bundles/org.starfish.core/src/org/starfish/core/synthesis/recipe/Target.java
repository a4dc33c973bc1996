// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.recipe;

import java.util.List;

import org.starfish.core.network.UnitAddress;

/** What a recipe asks a picture for, written so that it can be found again in the model. */
public sealed interface Target {
	/**
	 * A unit, a class or a channel.
	 *
	 * @param address by index rather than by label
	 */
	record OfUnit(UnitAddress address) implements Target {
	}

	/**
	 * Everything that a layer sees, as DeepDream.
	 *
	 * @param layer its name
	 */
	record OfLayer(String layer) implements Target {
	}

	/**
	 * A weighted set of units, as a mixture.
	 *
	 * @param units at least one
	 */
	record OfUnits(List<Weighted> units) implements Target {
		public OfUnits {
			units = List.copyOf(units);
		}
	}

	/**
	 * A unit of a set.
	 *
	 * @param address by index
	 * @param weight of the channel's mean, or of its value at one position; negative to avoid
	 * @param energy whether half the square of the activation counts instead
	 */
	record Weighted(UnitAddress address, double weight, boolean energy) {
	}
}
