// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import org.starfish.core.synthesis.recipe.Parameter;

/** How the gradient becomes a step. */
sealed interface StepRule {
	/**
	 * Takes a step uphill.
	 *
	 * @param numbers changed in place
	 * @param gradient with respect to them
	 * @param count how many of them count
	 * @param rate the {@link Parameter#RATE} of this step
	 * @param limit the {@link Parameter#RATE_LIMIT}
	 * @param score the objective's before the step
	 */
	void step(float[] numbers, float[] gradient, int count, double rate, double limit, double score);

	/** What the rule remembers of the steps so far, in arrays of its own. */
	default Memory memory() {
		return Memory.NONE;
	}

	/**
	 * Goes on from what a rule of the same kind and size remembered.
	 *
	 * @return whether it can have come from one
	 */
	default boolean recall(Memory memory) {
		return memory.steps() == 0;
	}

	/**
	 * What a rule remembers of former steps.
	 *
	 * @param steps how many there were; 0 if nothing is remembered
	 * @param mean of the gradients
	 * @param square of the gradients' squares
	 */
	record Memory(int steps, float[] mean, float[] square) {
		static final Memory NONE = new Memory(0, new float[0], new float[0]);
	}

	/** The rule of this name. */
	static StepRule of(String name, int size) {
		return switch (name) {
		case "normalized" -> new Normalized();
		case "constant" -> new Constant();
		case "progress" -> new Progress(false);
		case "progress01" -> new Progress(true);
		default -> new Adam(size);
		};
	}

	/** {@code x += rate / mean|g| g}, as DeepDream. */
	record Normalized() implements StepRule {
		@Override
		public void step(float[] numbers, float[] gradient, int count, double rate, double limit, double score) {
			add(numbers, gradient, count, rate / Norms.meanMagnitude(gradient, count));
		}
	}

	/** {@code x += rate g}. */
	record Constant() implements StepRule {
		@Override
		public void step(float[] numbers, float[] gradient, int count, double rate, double limit, double score) {
			add(numbers, gradient, count, rate);
		}
	}

	/**
	 * {@code x += min(rate, ...) / |g|^2 g}, which to first order raises the score by so much. (The learning rate policies of
	 * Yosinski et al. 2015)
	 *
	 * @param toOne whether scores end at 1: then the progress wanted is at most {@code limit (1 - score)}; else the factor of
	 *        the gradient is at most {@code limit}
	 */
	record Progress(boolean toOne) implements StepRule {
		@Override
		public void step(float[] numbers, float[] gradient, int count, double rate, double limit, double score) {
			double square = Norms.square(gradient, count);
			add(numbers, gradient, count,
					toOne ? Math.min(rate, limit * (1 - score)) / square : Math.min(limit, rate / square));
		}
	}

	/** Adam, with its usual constants. (Kingma and Ba 2015) */
	final class Adam implements StepRule {
		private static final float BETA1 = 0.9f;
		private static final float BETA2 = 0.999f;
		private static final float EPSILON = 1e-8f;

		private final float[] mean;
		private final float[] square;
		private double beta1Power = 1;
		private double beta2Power = 1;
		private int steps;

		Adam(int size) {
			mean = new float[size];
			square = new float[size];
		}

		@Override
		public void step(float[] numbers, float[] gradient, int count, double rate, double limit, double score) {
			count();
			float factor = (float) (rate / (1 - beta1Power));
			float correction = (float) (1 / (1 - beta2Power));
			for (int i = 0; i < count; i++) {
				float g = gradient[i];
				float m = BETA1 * mean[i] + (1 - BETA1) * g;
				float v = BETA2 * square[i] + (1 - BETA2) * g * g;
				mean[i] = m;
				square[i] = v;
				numbers[i] += factor * m / ((float) Math.sqrt(v * correction) + EPSILON);
			}
		}

		private void count() {
			steps++;
			beta1Power *= BETA1;
			beta2Power *= BETA2;
		}

		@Override
		public Memory memory() {
			return steps == 0 ? Memory.NONE : new Memory(steps, mean.clone(), square.clone());
		}

		@Override
		public boolean recall(Memory memory) {
			if (memory.steps() == 0) {
				return true;
			}
			if (memory.mean().length != mean.length || memory.square().length != square.length) {
				return false;
			}
			System.arraycopy(memory.mean(), 0, mean, 0, mean.length);
			System.arraycopy(memory.square(), 0, square, 0, square.length);
			while (steps < memory.steps()) {
				count();
			}
			return true;
		}
	}

	private static void add(float[] numbers, float[] gradient, int count, double factor) {
		float f = (float) factor;
		for (int i = 0; i < count; i++) {
			numbers[i] += f * gradient[i];
		}
	}
}
