// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;

/**
 * {@code e^x / sum e^x} along an axis.
 *
 * @param axis in the file's order, without the batch
 * @param logarithm whether its logarithm is answered instead
 */
public record Softmax(int axis, boolean logarithm) implements Operation {
	@Override
	public String kind() {
		return logarithm ? "Log softmax" : "Softmax";
	}

	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		Shape input = Fits.single(inputs);
		Fits.axis(input, axis);
		return input;
	}

	@Override
	public long flops(List<Shape> inputs, Shape output) {
		return 3 * output.size();
	}
}
