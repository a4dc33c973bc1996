// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.jobs;

import org.starfish.core.activation.ActivationSession;
import org.starfish.core.preprocessing.Preprocessing;

/**
 * What somebody wants to see.
 *
 * @param session of the open network
 * @param picture what the network is shown; the same object for the same picture, which is then read once
 * @param preprocessing how it becomes input
 * @param layer whose answer is wanted
 */
public record ActivationRequest(ActivationSession session, PictureSource picture, Preprocessing preprocessing,
		String layer) {
}
