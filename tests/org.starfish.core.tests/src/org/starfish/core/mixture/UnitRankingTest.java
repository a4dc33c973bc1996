// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.mixture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.model.Model;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Shape;
import org.starfish.core.synthesis.objective.LayerValues;
import org.starfish.core.synthesis.objective.Objective;
import org.starfish.core.synthesis.recipe.Objectives;
import org.starfish.core.synthesis.recipe.Presets;

/** Which units win for a red group before a background of both colours. */
class UnitRankingTest {
	private static final int RED = 0xc80000;
	private static final int GREEN = 0x00c800;

	@TempDir
	Path folder;

	private Model model;

	@BeforeEach
	void build() throws StarfishException {
		model = PlainNetwork.model();
	}

	private GroupResponse respond(List<Layer> layers, int... colors) throws IOException, StarfishException {
		List<Path> images = new ArrayList<>();
		for (int i = 0; i < colors.length; i++) {
			images.add(PlainNetwork.picture(folder.resolve(i + ".png"), colors[i]));
		}
		return GroupResponse.of(model, layers, images, "looking", Progress.NONE);
	}

	private Map<Layer, List<RankedUnit>> bySum(int top, String... names) throws Exception {
		List<Layer> layers = PlainNetwork.layers(model, names);
		return UnitRanking.of(layers, respond(layers, RED, RED), Optional.empty(), top);
	}

	private Map<Layer, List<RankedUnit>> byZ(int top, String... names) throws Exception {
		List<Layer> layers = PlainNetwork.layers(model, names);
		GroupResponse group = respond(layers, RED, RED);
		return UnitRanking.of(layers, group, Optional.of(respond(layers, RED, GREEN)), top);
	}

	private static Map<String, List<Integer>> channels(Map<Layer, List<RankedUnit>> ranking) {
		Map<String, List<Integer>> channels = new LinkedHashMap<>();
		ranking.forEach((layer, units) -> channels.put(layer.name(), units.stream().map(RankedUnit::channel).toList()));
		return channels;
	}

	@Test
	void aChannelThatAlwaysFiresWinsBySum() throws Exception {
		Map<Layer, List<RankedUnit>> ranking = bySum(5, "relu1");
		assertEquals(Map.of("relu1", List.of(2, 0)), channels(ranking));
		List<RankedUnit> units = ranking.values().iterator().next();
		assertEquals(200, units.get(0).score(), 1e-4, "100 in each of two images");
		assertEquals(100, units.get(0).mean(), 1e-4);
		assertEquals(40, units.get(1).score(), 1e-4);
	}

	@Test
	void aChannelThatAlwaysFiresIsNoAnswerByZ() throws Exception {
		Map<Layer, List<RankedUnit>> ranking = byZ(5, "relu1");
		assertEquals(Map.of("relu1", List.of(0)), channels(ranking));
		// 20 in the group; 20 and 0 in the background: mean 10, deviation sqrt 200.
		assertEquals(10 / Math.sqrt(200), ranking.values().iterator().next().get(0).score(), 1e-5);
	}

	@Test
	void onlyTheBestOfALayerAreTaken() throws Exception {
		assertEquals(Map.of("relu1", List.of(2)), channels(bySum(1, "relu1")));
	}

	@Test
	void layersThatNothingWakesStayWithoutUnits() throws Exception {
		List<Layer> layers = PlainNetwork.layers(model, "relu2");
		assertEquals(Map.of("relu2", List.of()),
				channels(UnitRanking.of(layers, respond(layers, 0), Optional.empty(), 5)));
	}

	/** The paper's program ranked fc6 and drew with fc7, which is as wide. */
	@Test
	void aUnitIsRankedAndInjectedInTheLayerItBelongsTo() throws Exception {
		String[] names = { "relu1", "relu2", "fc6", "fc7" };
		Map<String, List<Integer>> expected = Map.of("relu1", List.of(0), "relu2", List.of(1), "fc6", List.of(2), "fc7",
				List.of(0));
		Map<Layer, List<RankedUnit>> ranking = byZ(1, names);
		assertEquals(expected, channels(ranking));
		Objective mixture = Objectives.of(Mixture.asPaper(ranking), model.network(), Presets.PAPER_2017_MIXTURE.parameters());
		assertEquals(ranking.keySet(), mixture.layers());
		LayerValues gradient = gradient(mixture, 3);
		ranking.keySet().forEach(layer -> {
			int winner = expected.get(layer.name()).get(0);
			float[] slopes = gradient.of(layer);
			for (int at = 0; at < slopes.length; at++) {
				assertEquals(at % 3 == winner, slopes[at] > 0, layer.name() + " at " + at);
			}
		});
	}

	@Test
	void thePapersGradientIsTheSameAtEveryPositionAndTheActivationAtADenseUnit() throws Exception {
		Map<Layer, List<RankedUnit>> ranking = byZ(1, "relu2", "fc6");
		Objective mixture = Objectives.of(Mixture.asPaper(ranking), model.network(), Presets.PAPER_2017_MIXTURE.parameters());
		LayerValues gradient = gradient(mixture, 3);
		float[] slopes = gradient.of(model.network().layer("relu2"));
		for (int at = 0; at < slopes.length; at++) {
			assertEquals(at % 3 == 1 ? 1.2f : 0, slopes[at], 1e-6f);
		}
		assertEquals(3, gradient.of(model.network().layer("fc6"))[2], 1e-6f);
		assertEquals(7, gradient(mixture, 7).of(model.network().layer("fc6"))[2], 1e-6f);
	}

	/** The gradient where every unit answers the same. */
	private static LayerValues gradient(Objective objective, float activation) {
		Map<Layer, Shape> shapes = new LinkedHashMap<>();
		objective.layers().forEach(layer -> shapes.put(layer, layer.shape()));
		var activations = new LayerValues(shapes);
		activations.all().values().forEach(values -> Arrays.fill(values, activation));
		var gradient = new LayerValues(shapes);
		assertTrue(objective.score(activations, gradient) > 0);
		return gradient;
	}
}
