// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;

/**
 * Summarizes a sliding window, channel by channel.
 *
 * @param function how
 * @param kernel window size, one a spatial axis
 * @param strides one a spatial axis
 * @param dilations one a spatial axis
 * @param padding what the window may reach over; never counts as a maximum
 * @param ceil whether a last window that only partly fits counts
 * @param countPadding whether an average divides by the whole window where it reaches over the border
 * @param norm the exponent p of {@link Function#NORM}, ignored else
 */
public record Pooling(Function function, int[] kernel, int[] strides, int[] dilations, Padding padding, boolean ceil,
		boolean countPadding, int norm) implements Operation {
	/** How a window is summarized. */
	public enum Function {
		MAXIMUM, AVERAGE, SUM,
		/** {@code (sum |x|^p)^(1/p)}. */
		NORM
	}

	@Override
	public String kind() {
		String name = switch (function) {
		case MAXIMUM -> "Max pooling";
		case AVERAGE -> "Average pooling";
		case SUM -> "Sum pooling";
		case NORM -> "Norm pooling";
		};
		return kernel.length == 1 ? name + " 1-D" : name;
	}

	/** The rows or columns that the window spans along a spatial axis, dilation included. */
	public int span(int axis) {
		return (kernel[axis] - 1) * dilations[axis] + 1;
	}

	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		Shape input = Fits.spatial(inputs, kernel.length);
		int[] spatial = input.spatial();
		for (int axis = 0; axis < spatial.length; axis++) {
			spatial[axis] = Fits.positive(padding.positions(axis, spatial[axis], span(axis), strides[axis], ceil));
		}
		return input.with(spatial, input.channels());
	}

	@Override
	public long flops(List<Shape> inputs, Shape output) {
		long window = 1;
		for (int size : kernel) {
			window *= size;
		}
		return window * output.size();
	}

	@Override
	public Window window(List<Shape> inputs) {
		int[] spatial = inputs.get(0).spatial();
		boolean flat = spatial.length == 1;
		return new Window(span(0), flat ? 1 : span(1), strides[0], flat ? 1 : strides[1],
				padding.begin(0, spatial[0], span(0), strides[0]),
				flat ? 0 : padding.begin(1, spatial[1], span(1), strides[1]));
	}
}
