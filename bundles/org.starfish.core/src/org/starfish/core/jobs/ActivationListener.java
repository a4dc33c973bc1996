// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.jobs;

import org.starfish.core.activation.LayerActivation;
import org.starfish.core.activation.PreparedInput;
import org.starfish.core.activation.Predictions;

/** Gets the answers to requests, on the job's thread. A request that a newer one has replaced is not answered. */
public interface ActivationListener {
	/** The layer has answered; what the network makes of the picture may take a little longer. */
	void answered(ActivationRequest request, PreparedInput input, LayerActivation activation);

	/** The network has said what it takes the picture for. */
	void predicted(ActivationRequest request, PreparedInput input, Predictions predictions);

	/**
	 * The request cannot be answered.
	 *
	 * @param sentence what is wrong and what to do, for the user's eyes
	 */
	void failed(ActivationRequest request, String sentence);
}
