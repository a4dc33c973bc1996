// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

/**
 * The patch of its input that one position of a layer's output sees.
 *
 * @param height rows spanned, dilation included; 0 if every position sees all rows
 * @param width columns spanned, dilation included; 0 if every position sees all columns
 * @param strideY rows between neighbouring patches; below 1 where the layer enlarges
 * @param strideX columns between neighbouring patches; below 1 where the layer enlarges
 * @param top rows by which the first patch begins above the first row
 * @param left columns by which the first patch begins before the first column
 */
public record Window(int height, int width, double strideY, double strideX, int top, int left) {
	/** One position sees just the same position. */
	public static final Window POINT = new Window(1, 1, 1, 1, 0, 0);

	/** Every position sees everything. */
	public static final Window ALL = new Window(0, 0, 1, 1, 0, 0);
}
