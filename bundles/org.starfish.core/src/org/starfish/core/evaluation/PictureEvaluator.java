// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.activation.Predictions;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.image.RgbImage;
import org.starfish.core.model.Model;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.network.Labels;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Shape;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.synthesis.objective.LayerValues;
import org.starfish.core.synthesis.objective.Objective;
import org.starfish.core.synthesis.recipe.Objectives;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.Target;

/**
 * Evaluates pictures with the network of a recipe: whether they reach what the recipe asks for. One forward pass for each picture, in the
 * background.
 * The picture is shown as a whole and without the transforms of the ascent. Not for use by several threads at once.
 */
public final class PictureEvaluator {
	private static final int OTHERS = 4;

	private final OpenNetwork open;
	private final Recipe recipe;
	private final Model model;
	private final Objective objective;
	private final Layer output;
	private final PlanRequest request;

	/**
	 * @param open the recipe's network; stays the caller's to close
	 * @throws StarfishException if the recipe does not fit the network
	 */
	public PictureEvaluator(OpenNetwork open, Recipe recipe) throws StarfishException {
		this.open = open;
		this.recipe = recipe;
		model = open.model();
		// Whatever the ascent maximizes on the way: what counts in the end is the unit itself.
		objective = Objectives.of(recipe.target(), open.network(), Parameters.NEUTRAL);
		output = model.output();
		Set<Layer> layers = new HashSet<>(objective.layers());
		layers.add(output);
		request = new PlanRequest(layers, open.network().inputShape(), 1, false);
	}

	/**
	 * Evaluates a picture.
	 *
	 * @param progress asked before the pass whether to go on
	 * @throws StarfishException if the network cannot be run
	 * @throws CancellationException if {@code progress} says so, or the network was closed
	 */
	public Evaluation evaluate(RgbImage picture, Progress progress) throws StarfishException {
		return forward(picture, progress, (plan, nanoseconds) -> {
			LayerValues values = values(plan);
			return new Evaluation(
					Predictions.of(output.name(), plan.activation(output), model.labels(), nanoseconds), score(values),
					label().isPresent(), objective.rank(values), others(values), nanoseconds);
		});
	}

	/**
	 * The value alone that the recipe's pictures are to make large.
	 *
	 * @see #evaluate
	 */
	public double value(RgbImage picture, Progress progress) throws StarfishException {
		return forward(picture, progress, (plan, nanoseconds) -> score(values(plan)));
	}

	/** The class that was drawn, with its synonyms; empty if it was no class, or nobody knows its name. */
	public Optional<String> label() {
		if (recipe.target() instanceof Target.OfUnit unit && objective.layers().size() == 1) {
			return label(objective.layers().iterator().next(), Integer.parseInt(unit.address().channel()));
		}
		return Optional.empty();
	}

	private <T> T forward(RgbImage picture, Progress progress, OpenNetwork.Reader<T> reader) throws StarfishException {
		float[] input = recipe.preprocessing().toInput(picture, open.network().inputShape());
		return open.forward(request, input, progress, reader);
	}

	private LayerValues values(Plan plan) {
		Map<Layer, Shape> shapes = new LinkedHashMap<>();
		objective.layers().forEach(layer -> shapes.put(layer, plan.shape(layer)));
		var values = new LayerValues(shapes);
		shapes.keySet().forEach(layer -> plan.activation(layer, values.of(layer)));
		return values;
	}

	private double score(LayerValues values) {
		Map<Layer, Shape> shapes = new LinkedHashMap<>();
		values.layers().forEach(layer -> shapes.put(layer, values.shape(layer)));
		return objective.score(values, new LayerValues(shapes));
	}

	/** The strongest units of the layer but the one that was drawn; of a set over several layers, none. */
	private List<UnitActivation> others(LayerValues values) {
		if (values.layers().size() != 1) {
			return List.of();
		}
		Layer layer = values.layers().iterator().next();
		double[] means = means(values, layer);
		Set<Integer> drawn = drawn();
		List<UnitActivation> others = new ArrayList<>();
		IntStream.range(0, means.length).boxed().filter(channel -> !drawn.contains(channel))
				.filter(channel -> Double.isFinite(means[channel]))
				.sorted(Comparator.<Integer>comparingDouble(channel -> -means[channel]).thenComparing(channel -> channel))
				.limit(OTHERS)
				.forEach(channel -> others.add(new UnitActivation(
						new UnitAddress(layer.name(), Integer.toString(channel), Optional.empty()), label(layer, channel),
						means[channel])));
		return others;
	}

	private Set<Integer> drawn() {
		return switch (recipe.target()) {
		case Target.OfUnit unit -> Set.of(Integer.valueOf(unit.address().channel()));
		case Target.OfLayer layer -> Set.of();
		case Target.OfUnits units -> Set.copyOf(
				units.units().stream().map(unit -> Integer.valueOf(unit.address().channel())).toList());
		};
	}

	private static double[] means(LayerValues values, Layer layer) {
		float[] all = values.of(layer);
		double[] means = new double[values.shape(layer).channels()];
		for (int i = 0; i < all.length; i++) {
			means[i % means.length] += all[i];
		}
		for (int channel = 0; channel < means.length; channel++) {
			means[channel] /= values.positions(layer);
		}
		return means;
	}

	private Optional<String> label(Layer layer, int channel) {
		Optional<Labels> labels = model.labels()
				.filter(known -> layer.shape().rank() == 1 && known.size() == layer.shape().size());
		return labels.map(known -> known.get(channel));
	}
}
