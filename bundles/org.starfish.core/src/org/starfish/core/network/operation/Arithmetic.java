// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;

/**
 * Combines a layer with constants element by element; axes of size 1 stretch.
 *
 * @param function how; the layer comes first unless {@code constantFirst}
 * @param constant as many axes as the input, in the file's order
 * @param constantFirst whether the constant is the first operand, as in {@code 1 - x}
 */
public record Arithmetic(Elementwise.Function function, Weights constant, boolean constantFirst)
		implements Operation {
	@Override
	public String kind() {
		String name = function.name();
		return name.charAt(0) + name.substring(1).toLowerCase() + " constant";
	}

	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		Shape input = Fits.single(inputs);
		return Shape.of(input.order(), Broadcast.together(input.dims(), constant.shape()));
	}

	@Override
	public long parameters() {
		return constant.count();
	}

	@Override
	public long flops(List<Shape> inputs, Shape output) {
		return output.size();
	}
}
