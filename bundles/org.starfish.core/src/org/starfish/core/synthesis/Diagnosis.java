// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import java.util.List;

/** Why an ascent does not get on, or not to a good picture, and what helps. */
public enum Diagnosis {
	DEAD_UNIT(true, "The unit does not respond to this start: a rectifier blocks the gradient. Set reluRedirection=16, start from another seed or from an image, or choose the layer before the rectifier.",
			Remedy.OPEN_RECTIFIERS, Remedy.LAYER_BEFORE_RECTIFIER, Remedy.NEXT_SEED, Remedy.START_FROM_IMAGE),
	SATURATED(true, "The softmax is saturated, so its gradient is zero. Maximize the value before the softmax (objective=logit), or set inversion=0.1.",
			Remedy.MAXIMIZE_LOGIT, Remedy.INVERT_GRADIENT),
	ZERO_GRADIENT(true, "The gradient is zero everywhere: nothing in the picture changes this objective. Choose another unit, another seed, or start from an image.",
			Remedy.OTHER_UNIT, Remedy.NEXT_SEED, Remedy.START_FROM_IMAGE),
	NOT_A_NUMBER(true, "The network answered with numbers that are not finite. Set a smaller rate, and check that the preprocessing is the model's.",
			Remedy.SMALLER_STEPS, Remedy.LIKELY_PREPROCESSING),
	UNCHANGING(false, "The picture does not change any more: the steps are too small. Set a larger rate, or take another preset.",
			Remedy.LARGER_STEPS, Remedy.DEFAULT_PRESET),
	CLIPPED(false, "Most of the picture is cut off at black and white. Set a smaller rate, or take another preset.",
			Remedy.SMALLER_STEPS, Remedy.DEFAULT_PRESET),
	WRONG_PREPROCESSING(false, "The network does not seem to be trained with this preprocessing, so it may look for something else than the picture shows. Check the preprocessing.",
			Remedy.LIKELY_PREPROCESSING);

	private final boolean blocking;
	private final String sentence;
	private final List<Remedy> remedies;

	Diagnosis(boolean blocking, String sentence, Remedy... remedies) {
		this.blocking = blocking;
		this.sentence = sentence;
		this.remedies = List.of(remedies);
	}

	/** Whether no step can be taken; else the ascent goes on, to a picture that may be poor. */
	public boolean isBlocking() {
		return blocking;
	}

	/** What is wrong and what helps, for the user's eyes. */
	public String sentence() {
		return sentence;
	}

	/** What may help, the likeliest first; {@link Remedy#applied} tells whether it can be done here. */
	public List<Remedy> remedies() {
		return remedies;
	}
}
