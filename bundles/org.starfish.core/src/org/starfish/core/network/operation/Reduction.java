// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.Arrays;
import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;

/**
 * Summarizes along some axes.
 *
 * @param function how
 * @param axes in the file's order, without the batch, ascending
 * @param keepAxes whether the axes stay with size 1
 */
public record Reduction(Function function, int[] axes, boolean keepAxes) implements Operation {
	/** How values are summarized. */
	public enum Function {
		MEAN, SUM, MAXIMUM, MINIMUM,
		/** Square root of the sum of squares. */
		NORM2
	}

	@Override
	public String kind() {
		return "Reduce " + function.name().toLowerCase();
	}

	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		Shape input = Fits.single(inputs);
		int[] dims = input.dims();
		for (int axis : axes) {
			Fits.axis(input, axis);
			dims[axis] = keepAxes ? 1 : 0;
		}
		int[] kept = Arrays.stream(dims).filter(dim -> dim > 0).toArray();
		return Shape.of(input.order(), kept.length == 0 ? new int[] { 1 } : kept);
	}

	@Override
	public long flops(List<Shape> inputs, Shape output) {
		return inputs.get(0).size();
	}

	@Override
	public Window window(List<Shape> inputs) {
		return Window.ALL;
	}
}
