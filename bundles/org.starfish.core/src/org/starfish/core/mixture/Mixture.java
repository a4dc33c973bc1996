// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.mixture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Layer;
import org.starfish.core.synthesis.recipe.Target;

/**
 * The units that a group of images activates most, as one thing to synthesize: the second half of the paper's mixture. (Garon, Zhang
 * and Rezaei 2017, section 3.3)
 */
public final class Mixture {
	/** The gradient that the paper's program gives to every position of a chosen channel. */
	private static final double PAPER_GRADIENT = 1.2;

	private Mixture() {
	}

	/**
	 * A weighted set of the ranked units. With {@code n} layers, the units of the i-th layer (from 0) share the weight
	 * {@code sin(pi (i + 1/2) / n)}, which favours the middle layers, in proportion to their scores; and each unit's activation counts
	 * relative to its mean over the group, so that layers with large activations do not drown the others.
	 *
	 * @param ranking as {@link UnitRanking} gives it
	 * @throws StarfishException if nothing in it was activated
	 */
	public static Target.OfUnits of(Map<Layer, List<RankedUnit>> ranking) throws StarfishException {
		List<Target.Weighted> units = new ArrayList<>();
		int index = 0;
		for (List<RankedUnit> ranked : ranking.values()) {
			double layerWeight = Math.sin(Math.PI * (index++ + 0.5) / ranking.size());
			double scores = ranked.stream().mapToDouble(RankedUnit::score).sum();
			for (RankedUnit unit : ranked) {
				units.add(new Target.Weighted(unit.address(), layerWeight * unit.score() / scores / unit.mean(), false));
			}
		}
		return checked(units);
	}

	/**
	 * The ranked units weighed as the paper's program does: the gradient is the same at every position of a chosen channel, and
	 * the activation itself at a chosen unit of a dense layer.
	 *
	 * @param ranking as {@link UnitRanking} gives it
	 * @throws StarfishException if nothing in it was activated
	 */
	public static Target.OfUnits asPaper(Map<Layer, List<RankedUnit>> ranking) throws StarfishException {
		List<Target.Weighted> units = new ArrayList<>();
		ranking.values().forEach(ranked -> ranked.forEach(unit -> {
			boolean dense = !unit.layer().shape().isSpatial();
			int positions = unit.layer().shape().height() * unit.layer().shape().width();
			units.add(new Target.Weighted(unit.address(), dense ? 1 : PAPER_GRADIENT * positions, dense));
		}));
		return checked(units);
	}

	private static Target.OfUnits checked(List<Target.Weighted> units) throws StarfishException {
		if (units.isEmpty()) {
			throw new StarfishException("The pictures wake no unit of these layers, or none more than the background does; choose other layers or pictures.");
		}
		return new Target.OfUnits(units);
	}
}
