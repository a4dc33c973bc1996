// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.mixture;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.starfish.core.network.Layer;

/**
 * The units of some layers that answer most to a group of images: the first half of the paper's mixture. A unit is ranked within the very
 * layer it belongs to. (Garon, Zhang and Rezaei 2017, section 3.3)
 */
public final class UnitRanking {
	/** Deviations below this share of a layer's typical one are noise, and would make quiet channels look selective. */
	private static final double LEAST_DEVIATION = 0.1;

	private UnitRanking() {
	}

	/**
	 * The best units of each layer, the best first. Units that the group does not activate are left out.
	 *
	 * @param layers to choose from
	 * @param group what they answer to the group
	 * @param background what they answer to other images, for {@link Ranking#Z}; if empty, the ranking is {@link Ranking#SUM}
	 * @param top how many units of each layer
	 */
	public static Map<Layer, List<RankedUnit>> of(List<Layer> layers, GroupResponse group, Optional<GroupResponse> background,
			int top) {
		Map<Layer, List<RankedUnit>> best = new LinkedHashMap<>();
		for (Layer layer : layers) {
			double floor = background.map(other -> LEAST_DEVIATION * typicalDeviation(layer, other)).orElse(0.0);
			best.put(layer, IntStream.range(0, layer.shape().channels()).mapToObj(channel -> {
				double mean = group.mean(layer, channel);
				double score = background.map(other -> z(mean, other, layer, channel, floor)).orElse(mean * group.images());
				return new RankedUnit(layer, channel, score, mean);
			}).filter(unit -> unit.score() > 0 && unit.mean() > 0)
					.sorted(Comparator.comparingDouble(RankedUnit::score).reversed()).limit(top).toList());
		}
		return best;
	}

	private static double z(double mean, GroupResponse background, Layer layer, int channel, double floor) {
		double deviation = Math.max(background.deviation(layer, channel), floor);
		return deviation == 0 ? 0 : (mean - background.mean(layer, channel)) / deviation;
	}

	private static double typicalDeviation(Layer layer, GroupResponse background) {
		return IntStream.range(0, layer.shape().channels()).mapToDouble(channel -> background.deviation(layer, channel))
				.average().orElse(0);
	}
}
