// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.List;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;

/**
 * The transpose of a strided {@link Convolution}, also called deconvolution: enlarges.
 *
 * @param weights {@code [kH, kW, out / groups, in]} or {@code [k, out / groups, in]}
 * @param bias {@code [out]}, or empty
 * @param strides one a spatial axis
 * @param dilations one a spatial axis
 * @param padding what is cut off at each border; {@link Padding#SAME} makes the output {@code input * stride}
 * @param outputPadding what is added after the last position, one a spatial axis
 * @param groups how many groups of channels are convolved apart
 */
public record TransposedConvolution(Weights weights, Optional<Weights> bias, int[] strides, int[] dilations,
		Padding padding, int[] outputPadding, int groups) implements Operation {
	@Override
	public String kind() {
		return strides.length == 1 ? "Transposed convolution 1-D" : "Transposed convolution";
	}

	/** The number of output channels. */
	public int outputChannels() {
		return weights.dim(strides.length) * groups;
	}

	/** The number of input channels. */
	public int inputChannels() {
		return weights.dim(strides.length + 1);
	}

	/** The rows or columns that the kernel spans along a spatial axis, dilation included. */
	public int span(int axis) {
		return (weights.dim(axis) - 1) * dilations[axis] + 1;
	}

	/** What is cut off before the first position of an axis. */
	public int cutBefore(int axis) {
		int surplus = Math.max(span(axis) - strides[axis], 0);
		return switch (padding.mode()) {
		case EXPLICIT -> padding.begin()[axis];
		case SAME_UPPER -> surplus / 2;
		case SAME_LOWER -> (surplus + 1) / 2;
		};
	}

	/** The size along an axis of the output for a size along that axis of the input. */
	public int outputSize(int axis, int size) {
		return padding.mode() == Padding.Mode.EXPLICIT
				? (size - 1) * strides[axis] + span(axis) - padding.begin()[axis] - padding.end()[axis]
						+ outputPadding[axis]
				: size * strides[axis];
	}

	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		Shape input = Fits.spatial(inputs, strides.length);
		Fits.channels(input, inputChannels());
		int[] spatial = input.spatial();
		for (int axis = 0; axis < spatial.length; axis++) {
			spatial[axis] = Fits.positive(outputSize(axis, spatial[axis]));
		}
		return input.with(spatial, outputChannels());
	}

	@Override
	public long parameters() {
		return weights.count() + bias.map(Weights::count).orElse(0L);
	}

	@Override
	public long flops(List<Shape> inputs, Shape output) {
		return 2 * weights.count() / inputChannels() * inputs.get(0).size() + (bias.isPresent() ? output.size() : 0);
	}

	@Override
	public Window window(List<Shape> inputs) {
		boolean flat = strides.length == 1;
		return new Window(Math.ceilDiv(span(0), strides[0]), flat ? 1 : Math.ceilDiv(span(1), strides[1]),
				1.0 / strides[0], flat ? 1 : 1.0 / strides[1], 0, 0);
	}
}
