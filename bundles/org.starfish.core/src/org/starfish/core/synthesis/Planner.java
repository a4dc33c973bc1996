// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import org.starfish.core.StarfishException;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;

/** Makes plans for one network. */
@FunctionalInterface
public interface Planner {
	/**
	 * Makes a plan.
	 *
	 * @throws StarfishException if the network cannot run so, as for an input shape that one of its layers cannot take
	 */
	Plan plan(PlanRequest request) throws StarfishException;
}
