// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;

/**
 * Takes a part: crop, split, strided slice.
 *
 * @param kind what the model file calls it, for the user's eyes
 * @param begin first element along each axis of the file's order; negative counts from the end
 * @param end element after the last along each axis; negative counts from the end, {@link #END} means to the end
 * @param step distance between elements along each axis, positive
 */
public record Slice(String kind, int[] begin, int[] end, int[] step) implements Operation {
	/** As an {@code end}: up to the last element. */
	public static final int END = Integer.MAX_VALUE;

	/** The first element taken along an axis of the given size. */
	public int first(int axis, int size) {
		return Math.clamp(begin[axis] < 0 ? begin[axis] + size : begin[axis], 0, size);
	}

	/** The number of elements taken along an axis of the given size; 0 or less if none. */
	public int count(int axis, int size) {
		int stop = Math.clamp(end[axis] < 0 ? end[axis] + size : end[axis], 0, size);
		return Math.ceilDiv(stop - first(axis, size), step[axis]);
	}

	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		Shape input = Fits.single(inputs);
		if (begin.length != input.rank() || end.length != input.rank() || step.length != input.rank()) {
			throw new StarfishException("it cuts %d axes".formatted(begin.length));
		}
		int[] dims = input.dims();
		for (int axis = 0; axis < dims.length; axis++) {
			dims[axis] = Fits.positive(count(axis, dims[axis]));
		}
		return Shape.of(input.order(), dims);
	}

	@Override
	public Window window(List<Shape> inputs) {
		Shape input = inputs.get(0);
		if (input.rank() != 3) {
			return Window.POINT;
		}
		int row = input.channelAxis() == 0 ? 1 : 0;
		return new Window(1, 1, step[row], step[row + 1], -first(row, input.dim(row)),
				-first(row + 1, input.dim(row + 1)));
	}
}
