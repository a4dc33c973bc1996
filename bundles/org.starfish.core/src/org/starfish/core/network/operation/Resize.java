// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.Arrays;
import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;

/**
 * Enlarges or shrinks the spatial axes by interpolation.
 *
 * @param kind what the model file calls it, for the user's eyes
 * @param interpolation how values between positions are found
 * @param coordinates where output positions lie on the input
 * @param scales output size over input size, one a spatial axis; empty if {@code sizes} are given
 * @param sizes output sizes, one a spatial axis; empty if {@code scales} are given
 */
public record Resize(String kind, Interpolation interpolation, Coordinates coordinates, double[] scales, int[] sizes)
		implements Operation {
	/** How values between positions are found. */
	public enum Interpolation {
		/** The nearest position, rounding half down (ONNX {@code round_prefer_floor}). */
		NEAREST,
		/** The position before (ONNX {@code floor}). */
		NEAREST_FLOOR, LINEAR
	}

	/** Where the output position {@code i} lies on the input, {@code s} being the scale. */
	public enum Coordinates {
		/** {@code (i + 0.5) / s - 0.5}. */
		HALF_PIXEL,
		/** {@code i / s}. */
		ASYMMETRIC,
		/** {@code i (in - 1) / (out - 1)}. */
		ALIGN_CORNERS
	}

	/** The size along a spatial axis of the output. */
	public int outputSize(int axis, int size) {
		return sizes.length > 0 ? sizes[axis] : (int) Math.floor(size * scales[axis]);
	}

	/** The scale in effect along a spatial axis. */
	public double scale(int axis, int size) {
		return sizes.length > 0 ? (double) sizes[axis] / size : scales[axis];
	}

	/** Where an output position lies along a spatial axis of the input. */
	public double source(int axis, int position, int size) {
		return switch (coordinates) {
		case HALF_PIXEL -> (position + 0.5) / scale(axis, size) - 0.5;
		case ASYMMETRIC -> position / scale(axis, size);
		case ALIGN_CORNERS -> outputSize(axis, size) == 1 ? 0
				: position * (size - 1.0) / (outputSize(axis, size) - 1.0);
		};
	}

	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		Shape input = Fits.spatial(inputs, Math.max(scales.length, sizes.length));
		int[] spatial = input.spatial();
		for (int axis = 0; axis < spatial.length; axis++) {
			spatial[axis] = Fits.positive(outputSize(axis, spatial[axis]));
		}
		return input.with(spatial, input.channels());
	}

	@Override
	public long flops(List<Shape> inputs, Shape output) {
		return interpolation == Interpolation.LINEAR ? 8 * output.size() : 0;
	}

	@Override
	public Window window(List<Shape> inputs) {
		int[] spatial = inputs.get(0).spatial();
		int size = interpolation == Interpolation.LINEAR ? 2 : 1;
		double[] strides = new double[2];
		Arrays.fill(strides, 1);
		for (int axis = 0; axis < Math.min(2, spatial.length); axis++) {
			strides[axis] = 1 / scale(axis, spatial[axis]);
		}
		return new Window(size, spatial.length == 1 ? 1 : size, strides[0], strides[1], 0, 0);
	}
}
