// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;

/**
 * Puts layers one after the other.
 *
 * @param axis in the file's order, without the batch
 */
public record Concatenation(int axis) implements Operation {
	@Override
	public String kind() {
		return "Concatenation";
	}

	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		Shape first = inputs.get(0);
		Fits.axis(first, axis);
		int[] dims = first.dims();
		for (Shape input : inputs.subList(1, inputs.size())) {
			if (input.rank() != first.rank() || input.rank() > 1 && input.order() != first.order()) {
				throw new StarfishException("its inputs differ in rank or channel order");
			}
			for (int other = 0; other < dims.length; other++) {
				if (other != axis && input.dim(other) != dims[other]) {
					throw new StarfishException("its inputs differ along axis " + other);
				}
			}
			dims[axis] = Math.addExact(dims[axis], input.dim(axis));
		}
		return Shape.of(first.order(), dims);
	}
}
