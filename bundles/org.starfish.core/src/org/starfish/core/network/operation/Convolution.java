// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.List;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;

/**
 * Convolution over one or two spatial axes; grouped, and with as many groups as channels depthwise.
 *
 * @param weights {@code [kH, kW, in / groups, out]} or {@code [k, in / groups, out]}
 * @param bias {@code [out]}, or empty
 * @param strides one a spatial axis
 * @param dilations one a spatial axis
 * @param padding along each spatial axis, with zeros
 * @param groups how many groups of channels are convolved apart
 */
public record Convolution(Weights weights, Optional<Weights> bias, int[] strides, int[] dilations, Padding padding,
		int groups) implements Operation {
	@Override
	public String kind() {
		int axes = strides.length;
		String name = groups > 1 && weights.dim(axes) == 1 ? "Depthwise convolution"
				: groups > 1 ? "Grouped convolution" : "Convolution";
		return axes == 1 ? name + " 1-D" : name;
	}

	/** The number of output channels. */
	public int outputChannels() {
		return weights.dim(strides.length + 1);
	}

	/** The number of input channels. */
	public int inputChannels() {
		return weights.dim(strides.length) * groups;
	}

	/** The rows or columns that the kernel spans along a spatial axis, dilation included. */
	public int span(int axis) {
		return (weights.dim(axis) - 1) * dilations[axis] + 1;
	}

	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		Shape input = Fits.spatial(inputs, strides.length);
		Fits.channels(input, inputChannels());
		if (outputChannels() % groups != 0) {
			throw new StarfishException("its %d channels do not divide into %d groups".formatted(outputChannels(), groups));
		}
		int[] spatial = input.spatial();
		for (int axis = 0; axis < spatial.length; axis++) {
			spatial[axis] = Fits.positive(padding.positions(axis, spatial[axis], span(axis), strides[axis], false));
		}
		return input.with(spatial, outputChannels());
	}

	@Override
	public long parameters() {
		return weights.count() + bias.map(Weights::count).orElse(0L);
	}

	@Override
	public long flops(List<Shape> inputs, Shape output) {
		return 2 * weights.count() / outputChannels() * output.size() + (bias.isPresent() ? output.size() : 0);
	}

	@Override
	public Window window(List<Shape> inputs) {
		int[] spatial = inputs.get(0).spatial();
		boolean flat = spatial.length == 1;
		return new Window(span(0), flat ? 1 : span(1), strides[0], flat ? 1 : strides[1],
				padding.begin(0, spatial[0], span(0), strides[0]),
				flat ? 0 : padding.begin(1, spatial[1], span(1), strides[1]));
	}
}
