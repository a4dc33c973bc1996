// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.starfish.core.StarfishException;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.engine.ReluGradient;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.synthesis.objective.LayerValues;
import org.starfish.core.synthesis.objective.Objective;
import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.PixelSpace;
import org.starfish.core.synthesis.picture.Step;
import org.starfish.core.synthesis.regularizer.GradientRegularizer;
import org.starfish.core.synthesis.transform.Transform;

/**
 * What the network sees of a picture at one size, and what it would rather see: from the picture through the transforms and the
 * network to the objective, and the gradient all the way back.
 */
final class View implements AutoCloseable {
	private final PixelSpace space;
	private final Plan plan;
	private final LayerValues activations;
	private final LayerValues seeds;
	private final float[] input;
	private final float[] inputGradient;
	private final Picture seen;
	private final Picture seenGradient;
	private final Picture oneGradient;
	private Objective objective;
	private Transform transform;
	private List<GradientRegularizer> regularizers = List.of();

	private View(PixelSpace space, Plan plan, Objective objective) {
		this.space = space;
		this.plan = plan;
		this.objective = objective;
		Map<Layer, Shape> shapes = new LinkedHashMap<>();
		objective.layers().forEach(layer -> shapes.put(layer, plan.shape(layer)));
		activations = new LayerValues(shapes);
		seeds = new LayerValues(shapes);
		int size = Math.toIntExact(plan.inputShape().size());
		input = new float[size];
		inputGradient = new float[size];
		Shape shape = plan.inputShape();
		seen = new Picture(shape.height(), shape.width(), space.channels());
		seenGradient = new Picture(shape.height(), shape.width(), space.channels());
		oneGradient = new Picture(1, 1, space.channels());
	}

	/**
	 * Makes a view of this size.
	 *
	 * @throws StarfishException if the network takes no input of this size, or answers it with other units
	 */
	static View of(Network network, Planner planner, PixelSpace space, Objective objective, int height, int width)
			throws StarfishException {
		Shape shape = checkedShape(network, objective.layers(), height, width);
		return new View(space, planner.plan(new PlanRequest(objective.layers(), shape, 1, true)), objective);
	}

	/** Whether the network's layers take an input of this size, and answer it with the same units. */
	static boolean isPossible(Network network, Set<Layer> layers, int height, int width) {
		try {
			checkedShape(network, layers, height, width);
			return true;
		} catch (StarfishException e) {
			// Then it is shown the picture at its own size.
			return false;
		}
	}

	private static Shape checkedShape(Network network, Set<Layer> layers, int height, int width) throws StarfishException {
		Shape own = network.inputShape();
		Shape shape = own.with(new int[] { height, width }, own.channels());
		if (!shape.equals(own)) {
			Map<String, Shape> shapes = network.shapes(shape, network.needed(layers));
			for (Layer layer : layers) {
				Shape actual = shapes.get(layer.name());
				if (actual.rank() != layer.shape().rank() || actual.channels() != layer.shape().channels()) {
					throw new StarfishException("Layer '%s' of %s has %s units for an input of %d x %d pixels."
							.formatted(layer.name(), network.file().getFileName(), actual, height, width));
				}
			}
		}
		return shape;
	}

	/** Which kernels were chosen by trial for which layers. */
	Map<String, String> kernels() {
		return plan.kernels();
	}

	int height() {
		return plan.inputShape().height();
	}

	int width() {
		return plan.inputShape().width();
	}

	/** Takes over the parts that may change while the ascent runs. The objective reads the same layers as before. */
	void use(Objective newObjective, Transform newTransform, List<GradientRegularizer> newRegularizers) {
		objective = newObjective;
		transform = newTransform;
		regularizers = newRegularizers;
	}

	/** The objective as it judged the last view. */
	Objective objective() {
		return objective;
	}

	/** The unit's rank at the last view. */
	int rank() {
		return objective.rank(activations);
	}

	/**
	 * Works out the score and the gradient, both averaged over some views.
	 *
	 * @param gradient filled
	 */
	double gradient(Picture picture, Picture gradient, Step step, int views, ReluGradient reluGradient)
			throws StarfishException {
		double score = one(picture, gradient, step, reluGradient);
		for (int view = 1; view < views; view++) {
			score += one(picture, oneGradient, new Step(step.seed(), step.index(), view), reluGradient);
			float[] sum = gradient.values();
			float[] summand = oneGradient.values();
			for (int i = 0; i < gradient.size(); i++) {
				sum[i] += summand[i];
			}
		}
		if (views > 1) {
			float[] sum = gradient.values();
			for (int i = 0; i < gradient.size(); i++) {
				sum[i] /= views;
			}
		}
		return score / views;
	}

	private double one(Picture picture, Picture gradient, Step step, ReluGradient reluGradient)
			throws StarfishException {
		transform.apply(picture, seen, step);
		space.toInput(seen, input);
		plan.forward(input);
		for (Layer layer : activations.layers()) {
			plan.activation(layer, activations.of(layer));
			Arrays.fill(seeds.of(layer), 0);
		}
		double score = objective.score(activations, seeds);
		plan.gradient(seeds.all(), reluGradient, inputGradient);
		seenGradient.reshape(height(), width());
		space.toGradient(inputGradient, seenGradient);
		for (GradientRegularizer regularizer : regularizers) {
			regularizer.apply(seenGradient, step);
		}
		transform.backward(seenGradient, gradient);
		return score;
	}

	@Override
	public void close() {
		plan.close();
	}
}
