// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.jobs;

import java.util.List;

import org.starfish.core.evaluation.CrossCheck;
import org.starfish.core.evaluation.Evaluation;
import org.starfish.core.evaluation.PhotoComparison;

/** Told what an {@link EvaluationJob} finds, piece by piece, on its thread. */
public interface EvaluationListener {
	/** The network has answered to the picture. */
	void evaluated(Evaluation evaluation);

	/** Other networks have answered that know the class. */
	void crossChecked(List<CrossCheck> crossChecks);

	/** The network has answered to more photos. */
	void compared(PhotoComparison comparison);

	/**
	 * The network cannot be asked.
	 *
	 * @param sentence what is wrong and what to do, for the user's eyes
	 */
	void failed(String sentence);
}
