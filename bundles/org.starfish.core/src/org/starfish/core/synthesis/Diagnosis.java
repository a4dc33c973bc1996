// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

/** Why an ascent does not get on, and what helps. */
public enum Diagnosis {
	DEAD_UNIT("The unit does not respond to this start: a rectifier blocks the gradient. Set reluRedirection=16, start from another seed or from an image, or choose the layer before the rectifier."),
	SATURATED("The softmax is saturated, so its gradient is zero. Maximize the value before the softmax (objective=logit), or set inversion=0.1."),
	ZERO_GRADIENT("The gradient is zero everywhere: nothing in the picture changes this objective. Choose another unit, another seed, or start from an image."),
	NOT_A_NUMBER("The network answered with numbers that are not finite. Set a smaller rate, and check that the preprocessing is the model's.");

	private final String sentence;

	Diagnosis(String sentence) {
		this.sentence = sentence;
	}

	/** What is wrong and what helps, for the user's eyes. */
	public String sentence() {
		return sentence;
	}
}
