// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Shape;

/**
 * Reorders axes.
 *
 * @param permutation which axis of the input each axis of the output is, in the file's order, without the batch
 * @param order the channel order of the result; where only this changes together with the permutation, as from
 *        {@code [c, h, w]} to {@code [h, w, c]}, nothing moves in memory
 */
public record Transpose(int[] permutation, ChannelOrder order) implements Operation {
	@Override
	public String kind() {
		return "Transpose";
	}

	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		Shape input = Fits.single(inputs);
		if (permutation.length != input.rank()) {
			throw new StarfishException("it reorders %d axes".formatted(permutation.length));
		}
		int[] dims = new int[permutation.length];
		boolean[] seen = new boolean[permutation.length];
		for (int axis = 0; axis < dims.length; axis++) {
			Fits.axis(input, permutation[axis]);
			if (seen[permutation[axis]]) {
				throw new StarfishException("it names an axis twice");
			}
			seen[permutation[axis]] = true;
			dims[axis] = input.dim(permutation[axis]);
		}
		return Shape.of(order, dims);
	}
}
