// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.Arrays;
import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;

/**
 * Summarizes each channel over all positions.
 *
 * @param maximum whether by the maximum; else by the average
 * @param keepAxes whether spatial axes of size 1 stay
 */
public record GlobalPooling(boolean maximum, boolean keepAxes) implements Operation {
	@Override
	public String kind() {
		return maximum ? "Global max pooling" : "Global average pooling";
	}

	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		Shape input = Fits.single(inputs);
		if (!keepAxes) {
			return Shape.vector(input.channels());
		}
		int[] ones = new int[input.rank() - 1];
		Arrays.fill(ones, 1);
		return input.with(ones, input.channels());
	}

	@Override
	public long flops(List<Shape> inputs, Shape output) {
		return inputs.get(0).size();
	}

	@Override
	public Window window(List<Shape> inputs) {
		return Window.ALL;
	}
}
