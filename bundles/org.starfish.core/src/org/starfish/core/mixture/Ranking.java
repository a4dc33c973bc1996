// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.mixture;

/** By what the units of a layer are ranked over a group of images. */
public enum Ranking {
	/** By the sum of their activations, the paper's way. Favours channels that always fire. (Garon, Zhang and Rezaei 2017, 3.3) */
	SUM,
	/**
	 * By how far the group's mean lies above that of a background group, in standard deviations over the background: finds what the
	 * group has and other images lack.
	 */
	Z
}
