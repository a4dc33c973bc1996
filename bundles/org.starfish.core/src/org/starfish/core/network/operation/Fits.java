// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;

/** The conditions that several operations put on their inputs. */
final class Fits {
	private Fits() {
	}

	/** The only input. */
	static Shape single(List<Shape> inputs) throws StarfishException {
		if (inputs.size() != 1) {
			throw new StarfishException("it takes one input, not " + inputs.size());
		}
		return inputs.get(0);
	}

	/** The only input, which must have as many spatial axes as the window. */
	static Shape spatial(List<Shape> inputs, int axes) throws StarfishException {
		Shape shape = single(inputs);
		if (shape.rank() != axes + 1) {
			throw new StarfishException("it slides a window over %d axes".formatted(axes));
		}
		return shape;
	}

	/** An axis of the shape. */
	static void axis(Shape shape, int axis) throws StarfishException {
		if (axis < 0 || axis >= shape.rank()) {
			throw new StarfishException("it works along axis " + axis);
		}
	}

	/** A number of channels. */
	static void channels(Shape shape, long channels) throws StarfishException {
		if (shape.channels() != channels) {
			throw new StarfishException("it has weights for %d channels".formatted(channels));
		}
	}

	/** A size that is at least one. */
	static int positive(int size) throws StarfishException {
		if (size < 1) {
			throw new StarfishException("nothing would be left of it, the picture is too small");
		}
		return size;
	}
}
