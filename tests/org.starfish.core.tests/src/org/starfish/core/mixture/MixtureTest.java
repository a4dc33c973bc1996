// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.mixture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Shape;
import org.starfish.core.network.operation.Input;
import org.starfish.core.synthesis.recipe.Target;

/** How the units of a ranking are weighed. */
class MixtureTest {
	private final Map<Layer, List<RankedUnit>> ranking = new LinkedHashMap<>();

	private void layer(String name, double... scoresAndMeans) {
		var layer = new Layer(name, List.of(), new Input(), List.of(), Shape.image(ChannelOrder.FIRST, 4, 4, 8));
		List<RankedUnit> units = new ArrayList<>();
		for (int i = 0; i < scoresAndMeans.length; i += 2) {
			units.add(new RankedUnit(layer, i / 2, scoresAndMeans[i], scoresAndMeans[i + 1]));
		}
		ranking.put(layer, units);
	}

	private Map<String, Double> weights() throws StarfishException {
		Map<String, Double> weights = new LinkedHashMap<>();
		for (Target.Weighted unit : Mixture.of(ranking).units()) {
			assertFalse(unit.energy());
			weights.put(unit.address().toString(), unit.weight());
		}
		return weights;
	}

	@Test
	void middleLayersGetMore() throws Exception {
		layer("low", 2, 1);
		layer("middle", 2, 1);
		layer("high", 2, 1);
		Map<String, Double> weights = weights();
		assertEquals(List.of("low:0", "middle:0", "high:0"), List.copyOf(weights.keySet()));
		assertEquals(0.5, weights.get("low:0"), 1e-9);
		assertEquals(1, weights.get("middle:0"), 1e-9);
		assertEquals(0.5, weights.get("high:0"), 1e-9);
	}

	@Test
	void theUnitsOfALayerShareItsWeightByTheirScores() throws Exception {
		layer("only", 3, 1, 1, 1);
		assertEquals(Map.of("only:0", 0.75, "only:1", 0.25), weights());
	}

	@Test
	void layersWithLargeActivationsDoNotDrownTheOthers() throws Exception {
		layer("loud", 5000, 1000);
		layer("quiet", 0.05, 0.01);
		Map<String, Double> weights = weights();
		assertEquals(weights.get("loud:0") * 1000, weights.get("quiet:0") * 0.01, 1e-9);
		assertEquals(Math.sqrt(0.5), weights.get("quiet:0") * 0.01, 1e-9);
	}

	@Test
	void aLayerWithoutUnitsIsLeftOut() throws Exception {
		layer("low", 1, 1);
		layer("silent");
		layer("high", 1, 1);
		assertEquals(List.of("low:0", "high:0"), List.copyOf(weights().keySet()));
	}

	@Test
	void nothingWokenIsNothingToDraw() {
		layer("silent");
		String expected = "The pictures wake no unit of these layers, or none more than the background does; "
				+ "choose other layers or pictures.";
		assertEquals(expected, assertThrows(StarfishException.class, () -> Mixture.of(ranking)).getMessage());
		assertEquals(expected, assertThrows(StarfishException.class, () -> Mixture.asPaper(ranking)).getMessage());
	}
}
