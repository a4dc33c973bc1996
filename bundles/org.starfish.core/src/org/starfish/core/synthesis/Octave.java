// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.engine.ReluGradient;
import org.starfish.core.image.FloatImage;
import org.starfish.core.synthesis.objective.Objective;
import org.starfish.core.synthesis.parameterization.Parameterization;
import org.starfish.core.synthesis.picture.Draw;
import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.PixelSpace;
import org.starfish.core.synthesis.picture.Step;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.regularizer.Contrast;
import org.starfish.core.synthesis.regularizer.ImageRegularizer;
import org.starfish.core.synthesis.regularizer.TotalVariation;

/** A picture of one size on its way up. All arrays are made before the first step. */
final class Octave {
	/** A jitter may free a picture that is stuck, so a few steps are waited for that. */
	private static final int PATIENCE = 16;
	/** A gradient so small that its inverse is no number any more. */
	private static final double NEGLIGIBLE = 1e-30;

	private final Draw rateDraw = new Draw("rate");
	private final TotalVariation totalVariation = new TotalVariation();
	private final Contrast contrast = new Contrast();
	private final PixelSpace space;
	private final View view;
	private final boolean plain;
	private final Parameterization parameterization;
	private final StepRule rule;
	private final Picture picture;
	private final PictureWatch watch;
	private final Picture gradient;
	/** Keeps the gradient for the regularizers where working out the numbers' gradient overwrites it. */
	private final Picture slopes;
	private final float[] numbers;
	private final float[] numbersGradient;
	private Parameters parameters;
	private List<ImageRegularizer> regularizers = List.of();
	private double score;
	private int rank;
	private double gradientNorm;
	private int stuck;
	private Optional<Diagnosis> diagnosis = Optional.empty();

	/**
	 * @param from the picture to begin with
	 */
	Octave(Picture from, View view, PixelSpace space, Parameters parameters) {
		this.view = view;
		this.space = space;
		var method = new Method(parameters, space);
		picture = from;
		int height = from.height();
		int width = from.width();
		plain = method.isPlain();
		parameterization = method.parameterization(height, width);
		watch = new PictureWatch(space, picture.size());
		rule = StepRule.of(parameters.choice(Parameter.STEP_RULE), parameterization.size());
		gradient = new Picture(height, width, space.channels());
		slopes = new Picture(height, width, space.channels());
		if (plain) {
			numbers = picture.values();
			numbersGradient = gradient.values();
		} else {
			numbers = new float[parameterization.size()];
			numbersGradient = new float[parameterization.size()];
			parameterization.fit(picture.values(), numbers);
		}
	}

	/** Takes over parameters, also while the ascent runs. */
	void use(Parameters newParameters, Objective objective) {
		parameters = newParameters;
		var method = new Method(newParameters, space);
		regularizers = method.imageRegularizers();
		view.use(objective, method.transform(picture.height(), picture.width(), view.height(), view.width()),
				method.gradientRegularizers());
	}

	/**
	 * Takes a step.
	 *
	 * @param share how much of the octave is done, 0 to 1
	 */
	void climb(Step step, double share) throws StarfishException {
		if (!plain) {
			parameterization.apply(numbers, picture.values());
		}
		boolean redirected = step.index() < parameters.integer(Parameter.RELU_REDIRECTION);
		score = view.gradient(picture, gradient, step, parameters.integer(Parameter.VIEWS),
				redirected ? ReluGradient.REDIRECTED : ReluGradient.TRUE);
		rank = view.rank();
		gradientNorm = Math.sqrt(Norms.square(gradient.values(), gradient.size()));
		diagnosis = diagnose().or(() -> watch.look(picture, step));
		if (diagnosis.filter(Diagnosis::isBlocking).isPresent()) {
			stuck++;
			return;
		}
		stuck = 0;
		penalize();
		if (!plain) {
			if (!regularizers.isEmpty()) {
				slopes.set(gradient);
			}
			parameterization.backward(gradient.values(), numbersGradient);
		}
		rule.step(numbers, numbersGradient, parameterization.size(), rate(step, share),
				parameters.number(Parameter.RATE_LIMIT), score);
		regularize(step);
	}

	/** Whether it makes no sense to go on. */
	boolean isStuck() {
		return stuck >= PATIENCE || diagnosis.equals(Optional.of(Diagnosis.NOT_A_NUMBER));
	}

	/** All that the next steps depend on, in arrays of its own. */
	OctaveState state() {
		return new OctaveState(Arrays.copyOf(numbers, parameterization.size()), rule.memory(), score, rank, gradientNorm,
				stuck, diagnosis);
	}

	/**
	 * Goes on from where another ascent was in the same octave of the same recipe.
	 *
	 * @throws StarfishException if it cannot have been there
	 */
	void restore(OctaveState state) throws StarfishException {
		if (state.numbers().length != parameterization.size() || !rule.recall(state.memory())) {
			throw new StarfishException("The checkpoint is of another picture than its recipe's; start anew.");
		}
		System.arraycopy(state.numbers(), 0, numbers, 0, state.numbers().length);
		score = state.score();
		rank = state.rank();
		gradientNorm = state.gradientNorm();
		stuck = state.stuck();
		diagnosis = state.diagnosis();
	}

	private Optional<Diagnosis> diagnose() {
		if (!Double.isFinite(score) || !Double.isFinite(gradientNorm)) {
			return Optional.of(Diagnosis.NOT_A_NUMBER);
		}
		if (gradientNorm > NEGLIGIBLE) {
			return Optional.empty();
		}
		return Optional.of(view.objective().isSaturated() ? Diagnosis.SATURATED
				: score == 0 ? Diagnosis.DEAD_UNIT : Diagnosis.ZERO_GRADIENT);
	}

	/** Penalties are weighed against the gradient's mean magnitude, so that a weight means the same for any objective. */
	private void penalize() {
		double variationWeight = parameters.number(Parameter.TOTAL_VARIATION);
		double contrastWeight = parameters.number(Parameter.CONTRAST);
		if (variationWeight > 0 || contrastWeight > 0) {
			double mean = Norms.meanMagnitude(gradient.values(), gradient.size());
			if (variationWeight > 0) {
				totalVariation.score(picture, (float) (-variationWeight * mean), gradient);
			}
			if (contrastWeight > 0) {
				contrast.score(picture, (float) (-contrastWeight * mean), gradient);
			}
		}
	}

	private double rate(Step step, double share) {
		double end = parameters.number(Parameter.RATE_END);
		double fall = end + (1 - end) * (1 + StrictMath.cos(Math.PI * share)) / 2;
		double low = parameters.number(Parameter.RATE_LOW);
		double high = parameters.number(Parameter.RATE_HIGH);
		return parameters.number(Parameter.RATE) * fall * rateDraw.uniform(step, 0, low, high);
	}

	private void regularize(Step step) {
		if (regularizers.isEmpty()) {
			return;
		}
		if (!plain) {
			parameterization.apply(numbers, picture.values());
		}
		for (ImageRegularizer regularizer : regularizers) {
			regularizer.apply(picture, plain ? gradient : slopes, step);
		}
		if (!plain) {
			parameterization.fit(picture.values(), numbers);
		}
	}

	/** The picture as it is now, in an array of its own. */
	FloatImage picture() {
		if (!plain) {
			parameterization.apply(numbers, picture.values());
		}
		return picture.toImage();
	}

	/** The objective's value before the last step. */
	double score() {
		return score;
	}

	/** The unit's rank before the last step. */
	int rank() {
		return rank;
	}

	/** The norm of the last gradient with respect to the picture. */
	double gradientNorm() {
		return gradientNorm;
	}

	/** What was wrong at the last step, if anything. */
	Optional<Diagnosis> diagnosis() {
		return diagnosis;
	}
}
