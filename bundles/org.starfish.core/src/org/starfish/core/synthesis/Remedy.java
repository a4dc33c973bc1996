// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import java.util.Map;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.Activation.Function;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.core.preprocessing.PreprocessingGuess;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.Target;

/** What may help an ascent that does not get on, so that it can be offered to be done. */
public enum Remedy {
	/** Lets the gradient pass closed rectifiers for some steps. */
	OPEN_RECTIFIERS,
	/** Draws the layer before the rectifier. */
	LAYER_BEFORE_RECTIFIER,
	/** Maximizes the value before the softmax. */
	MAXIMIZE_LOGIT,
	/** Inverts the gradient where the softmax is saturated. */
	INVERT_GRADIENT,
	/** Starts from other noise. */
	NEXT_SEED,
	/** Starts from an image, which the user chooses. */
	START_FROM_IMAGE,
	/** Draws another unit, which the user chooses. */
	OTHER_UNIT,
	/** Takes steps of a tenth of the size. */
	SMALLER_STEPS,
	/** Takes steps of ten times the size. */
	LARGER_STEPS,
	/** Takes the default preset. */
	DEFAULT_PRESET,
	/** Takes the preprocessing that the network seems to be trained with. */
	LIKELY_PREPROCESSING;

	private static final int REDIRECTED_STEPS = 16;
	private static final double FACTOR = 10;

	/**
	 * What to change while the ascent runs.
	 *
	 * @param parameters as they are
	 * @param step how many steps have been taken
	 * @return the new values of live parameters; empty if that cannot be done while it runs
	 */
	public Map<Parameter, Object> changes(Parameters parameters, int step) {
		return switch (this) {
		case OPEN_RECTIFIERS -> Map.of(Parameter.RELU_REDIRECTION,
				Math.min(step + REDIRECTED_STEPS, (int) Parameter.RELU_REDIRECTION.high()));
		case MAXIMIZE_LOGIT -> Map.of(Parameter.OBJECTIVE, "logit");
		case INVERT_GRADIENT -> Map.of(Parameter.INVERSION, 0.1);
		case SMALLER_STEPS -> Map.of(Parameter.RATE, parameters.number(Parameter.RATE) / FACTOR);
		case LARGER_STEPS -> Map.of(Parameter.RATE, larger(parameters));
		default -> Map.of();
		};
	}

	/** Of nothing, the usual step: Adam's are of the numbers that are optimized. */
	private static double larger(Parameters parameters) {
		double rate = parameters.number(Parameter.RATE);
		boolean adam = parameters.choice(Parameter.STEP_RULE).equals("adam");
		double usual = adam ? Presets.LUCID.parameters().number(Parameter.RATE) : 1;
		return rate == 0 ? usual : Math.min(rate * FACTOR, Parameter.RATE.high());
	}

	/**
	 * The recipe of an ascent that starts anew with this remedy.
	 *
	 * @param network the recipe's
	 * @return empty if the user has to choose something first, or it is done already
	 * @throws StarfishException if the recipe does not fit the network
	 */
	public Optional<Recipe> applied(Recipe recipe, Network network) throws StarfishException {
		Parameters parameters = recipe.parameters();
		for (var change : changes(parameters, 0).entrySet()) {
			parameters = parameters.withChecked(change.getKey(), change.getValue());
		}
		Recipe fresh = recipe.branch(0, Map.of());
		Recipe remedied = switch (this) {
		case NEXT_SEED -> fresh.withSeed(recipe.seed() + 1);
		case DEFAULT_PRESET -> fresh.withParameters(Presets.STARFISH.name(),
				Presets.STARFISH.parameters().with(Parameter.SIZE, parameters.integer(Parameter.SIZE)));
		case LAYER_BEFORE_RECTIFIER -> beforeRectifier(fresh, network);
		case LIKELY_PREPROCESSING -> fresh.withPreprocessing(likely(recipe.preprocessing(), network));
		case START_FROM_IMAGE, OTHER_UNIT -> fresh;
		default -> fresh.withParameters(recipe.preset(), parameters);
		};
		return remedied.equals(fresh) ? Optional.empty() : Optional.of(remedied);
	}

	private static Recipe beforeRectifier(Recipe recipe, Network network) throws StarfishException {
		if (recipe.target() instanceof Target.OfUnit unit) {
			UnitAddress address = unit.address();
			Layer layer = network.layer(address.layer());
			if (layer.operation() instanceof Activation activation && activation.function() == Function.RELU) {
				var before = new UnitAddress(layer.inputs().get(0), address.channel(), address.position());
				return recipe.withTarget(new Target.OfUnit(before), Optional.of(before.toString()));
			}
		}
		return recipe;
	}

	private static Preprocessing likely(Preprocessing preprocessing, Network network) {
		PreprocessingGuess guess = PreprocessingGuess.of(network);
		return guess.contradicts(preprocessing) ? guess.preprocessing() : preprocessing;
	}
}
