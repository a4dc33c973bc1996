// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.jobs;

import org.starfish.core.synthesis.Frame;
import org.starfish.core.synthesis.Steering;
import org.starfish.core.synthesis.Synthesis;

/** Sees pictures grow, on the job's thread. */
public interface SynthesisListener {
	/**
	 * The picture is the next one.
	 *
	 * @return what pauses it, takes it on by single steps, changes its parameters, or stops it, so that the next one begins
	 */
	default Steering beginning(SynthesisOrder order) {
		return new Steering();
	}

	/** A step was taken. To be quick: the next one waits for it. */
	void stepped(SynthesisOrder order, Frame frame);

	/** The picture and its recipe are written, also if it was stopped before its end. */
	void finished(SynthesisOrder order, Synthesis synthesis);

	/** It was stopped before its first step, so there is no picture. */
	default void dropped(SynthesisOrder order) {
		// Whoever stops none has nothing to learn from that.
	}

	/**
	 * There will be no picture.
	 *
	 * @param sentence what is wrong and what to do, for the user's eyes
	 */
	void failed(SynthesisOrder order, String sentence);
}
