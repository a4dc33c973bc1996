// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;

/**
 * Moves channels into {@code block x block} squares of positions, or back.
 *
 * @param block side of a square
 * @param columnsFirst whether input channel {@code (i * block + j) * c' + k} goes to row i, column j, channel k of a
 *        square (ONNX "DCR", TensorFlow); else channel {@code (k * block + i) * block + j} does ("CRD")
 * @param inverse whether positions are moved into channels instead
 */
public record DepthToSpace(int block, boolean columnsFirst, boolean inverse) implements Operation {
	@Override
	public String kind() {
		return inverse ? "Space to depth" : "Depth to space";
	}

	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		Shape input = Fits.spatial(inputs, 2);
		int height = input.height();
		int width = input.width();
		int channels = input.channels();
		int square = Math.multiplyExact(block, block);
		if (inverse ? height % block != 0 || width % block != 0 : channels % square != 0) {
			throw new StarfishException("it does not divide by blocks of %d".formatted(block));
		}
		return inverse ? input.with(new int[] { height / block, width / block }, channels * square)
				: input.with(new int[] { height * block, width * block }, channels / square);
	}

	@Override
	public Window window(List<Shape> inputs) {
		return inverse ? new Window(block, block, block, block, 0, 0) : new Window(1, 1, 1.0 / block, 1.0 / block, 0, 0);
	}
}
