// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Shape;

/**
 * The same elements, read in the file's order, under another shape.
 *
 * @param kind what the model file calls it, for the user's eyes: Reshape, Flatten, Squeeze, ...
 * @param target the new sizes without the batch, in the order {@code order}; one may be -1 and follows from the rest;
 *        0 keeps the input's size along that axis
 * @param order the channel order of the result
 */
public record Reshape(String kind, int[] target, ChannelOrder order) implements Operation {
	/** Everything in one vector. */
	public static Reshape flatten() {
		return new Reshape("Flatten", new int[] { -1 }, ChannelOrder.LAST);
	}

	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		Shape input = Fits.single(inputs);
		int[] dims = target.clone();
		long known = 1;
		int open = -1;
		for (int axis = 0; axis < dims.length; axis++) {
			if (dims[axis] == 0) {
				Fits.axis(input, axis);
				dims[axis] = input.dim(axis);
			}
			if (dims[axis] == -1) {
				open = axis;
			} else {
				known = Math.multiplyExact(known, (long) dims[axis]);
			}
		}
		if (open >= 0) {
			dims[open] = Math.toIntExact(input.size() / known);
			known *= dims[open];
		}
		if (known != input.size()) {
			throw new StarfishException("it makes %d elements of them".formatted(known));
		}
		return Shape.of(order, dims);
	}
}
