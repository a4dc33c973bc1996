// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;

/**
 * Adds a border.
 *
 * @param mode what the border holds
 * @param begin elements added before the first, one an axis of the file's order, not negative
 * @param end elements added after the last, one an axis of the file's order, not negative
 * @param value what a constant border holds
 */
public record Pad(Mode mode, int[] begin, int[] end, float value) implements Operation {
	/** What the border holds. */
	public enum Mode {
		CONSTANT,
		/** Mirrored at the border element, which is not repeated. */
		REFLECT,
		/** The border element, repeated. */
		EDGE
	}

	@Override
	public String kind() {
		return "Padding";
	}

	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		Shape input = Fits.single(inputs);
		if (begin.length != input.rank() || end.length != input.rank()) {
			throw new StarfishException("it pads %d axes".formatted(begin.length));
		}
		int[] dims = input.dims();
		for (int axis = 0; axis < dims.length; axis++) {
			if (mode == Mode.REFLECT && Math.max(begin[axis], end[axis]) >= dims[axis]) {
				throw new StarfishException("it mirrors more than there is");
			}
			dims[axis] = Math.addExact(dims[axis], Math.addExact(begin[axis], end[axis]));
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
		return new Window(1, 1, 1, 1, begin[row], begin[row + 1]);
	}
}
