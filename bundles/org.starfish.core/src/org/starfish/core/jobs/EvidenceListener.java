// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.jobs;

import java.util.List;

import org.starfish.core.evidence.PhotoComparison;
import org.starfish.core.evidence.SecondOpinion;
import org.starfish.core.evidence.Testimony;

/** Told what an {@link EvidenceJob} finds, piece by piece, on its thread. */
public interface EvidenceListener {
	/** The network has answered to the picture. */
	void heard(Testimony testimony);

	/** Other networks have answered that know the class. */
	void seconded(List<SecondOpinion> opinions);

	/** The network has answered to more photos. */
	void compared(PhotoComparison comparison);

	/**
	 * The network cannot be asked.
	 *
	 * @param sentence what is wrong and what to do, for the user's eyes
	 */
	void failed(String sentence);
}
