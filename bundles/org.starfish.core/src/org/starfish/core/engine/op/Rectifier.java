// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.Optional;

import org.starfish.core.engine.ReluGradient;
import org.starfish.core.network.operation.Activation;

/**
 * The function {@code min(max(x, 0), ceiling)}.
 *
 * @param ceiling what the result is at most; may be infinite
 */
public record Rectifier(float ceiling) {
	/** The rectifier that an activation function is, if it is one. */
	public static Optional<Rectifier> of(Activation activation) {
		return switch (activation.function()) {
		case RELU -> Optional.of(new Rectifier(Float.POSITIVE_INFINITY));
		case CLIP -> activation.alpha() == 0 && activation.beta() > 0 ? Optional.of(new Rectifier(activation.beta()))
				: Optional.empty();
		default -> Optional.empty();
		};
	}

	float value(float x) {
		return Math.min(Math.max(x, 0), ceiling);
	}

	/**
	 * Takes away what of a gradient does not pass.
	 *
	 * @param answers of the rectifier, {@code [batch, size]}
	 * @param gradient with respect to the answers; afterwards with respect to what was rectified
	 * @param size of one example
	 */
	void mask(float[] answers, float[] gradient, int size, ReluGradient reluGradient) {
		for (int start = 0; start < gradient.length; start += size) {
			if (reluGradient == ReluGradient.REDIRECTED && isBlocked(answers, gradient, start, size)) {
				for (int i = start; i < start + size; i++) {
					gradient[i] = answers[i] == 0 ? Math.max(gradient[i], 0) : Math.min(gradient[i], 0);
				}
			} else {
				for (int i = start; i < start + size; i++) {
					// Without a branch, which processors would guess wrong half of the time.
					gradient[i] *= Math.min(answers[i] * Float.MAX_VALUE, 1)
							* Math.min((ceiling - answers[i]) * Float.MAX_VALUE, 1);
				}
			}
		}
	}

	/** Whether nothing of an example's gradient passes. */
	private boolean isBlocked(float[] answers, float[] gradient, int start, int size) {
		for (int i = start; i < start + size; i++) {
			if (answers[i] > 0 && answers[i] < ceiling && gradient[i] != 0) {
				return false;
			}
		}
		return true;
	}
}
