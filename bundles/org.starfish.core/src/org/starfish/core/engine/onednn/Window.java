// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.onednn;

/**
 * How a window slides over a picture; every pair is rows, then columns.
 *
 * @param kernel its size
 * @param strides how far it moves
 * @param gaps positions left out between two that it looks at
 * @param before padding above and left of the picture
 * @param after padding below and right of it; negative where the picture is not used to its end
 */
public record Window(long[] kernel, long[] strides, long[] gaps, long[] before, long[] after) {
	/** A window without gaps that moves from position to position. */
	public static Window dense(long[] kernel, long[] before, long[] after) {
		return new Window(kernel, new long[] { 1, 1 }, new long[2], before, after);
	}
}
