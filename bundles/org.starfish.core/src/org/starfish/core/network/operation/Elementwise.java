// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;

/**
 * Combines two or more layers element by element; axes of size 1 stretch.
 *
 * @param function how
 */
public record Elementwise(Function function) implements Operation {
	/** How elements are combined, from the first input to the last. */
	public enum Function {
		ADD, SUBTRACT, MULTIPLY, DIVIDE, MAXIMUM, MINIMUM, AVERAGE, POWER
	}

	@Override
	public String kind() {
		String name = function.name();
		return name.charAt(0) + name.substring(1).toLowerCase();
	}

	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		if (inputs.isEmpty()) {
			throw new StarfishException("it has no inputs");
		}
		Shape first = inputs.get(0);
		int[] dims = first.dims();
		for (Shape input : inputs) {
			if (input.rank() > 1 && input.order() != first.order()) {
				throw new StarfishException("its inputs differ in channel order");
			}
			dims = Broadcast.together(dims, input.dims());
		}
		return Shape.of(first.order(), dims);
	}

	@Override
	public long flops(List<Shape> inputs, Shape output) {
		return (inputs.size() - 1) * output.size();
	}
}
