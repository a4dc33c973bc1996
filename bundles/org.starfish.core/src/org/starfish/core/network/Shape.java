// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The shape of one example of a layer's output, without the batch axis, in the order of the model file.
 * <p>
 * Rank 1 is a vector {@code [n]}, rank 2 a sequence {@code [c, l]} or {@code [l, c]}, rank 3 a picture
 * {@code [c, h, w]} or {@code [h, w, c]}; {@link #order()} tells which. Whatever the file's order, the engine stores
 * values with channels last; {@link #stored()} and {@link #storedAxis(int)} translate.
 */
public final class Shape {
	private final int[] dims;
	private final ChannelOrder order;

	private Shape(ChannelOrder order, int[] dims) {
		for (int dim : dims) {
			if (dim < 1) {
				throw new IllegalArgumentException("not a shape: " + Arrays.toString(dims));
			}
		}
		this.order = order;
		this.dims = dims;
	}

	/** A shape in the file's own order. Every dimension is at least 1. */
	public static Shape of(ChannelOrder order, int... dims) {
		return new Shape(order, dims.clone());
	}

	/** A vector of {@code length} elements. */
	public static Shape vector(int length) {
		return new Shape(ChannelOrder.LAST, new int[] { length });
	}

	/** A picture, written in the given order. */
	public static Shape image(ChannelOrder order, int height, int width, int channels) {
		return order == ChannelOrder.FIRST ? of(order, channels, height, width) : of(order, height, width, channels);
	}

	/** A sequence, written in the given order. */
	public static Shape sequence(ChannelOrder order, int length, int channels) {
		return order == ChannelOrder.FIRST ? of(order, channels, length) : of(order, length, channels);
	}

	public ChannelOrder order() {
		return order;
	}

	/** The number of axes, without the batch. */
	public int rank() {
		return dims.length;
	}

	/** The size along an axis of the file's order. */
	public int dim(int axis) {
		return dims[axis];
	}

	/** The sizes in the file's order. */
	public int[] dims() {
		return dims.clone();
	}

	/** The number of elements of one example. */
	public long size() {
		return Arrays.stream(dims).asLongStream().reduce(1, Math::multiplyExact);
	}

	/** The axis, in the file's order, that holds the channels. */
	public int channelAxis() {
		return order == ChannelOrder.FIRST ? 0 : dims.length - 1;
	}

	/** The number of channels; of a vector, its length. */
	public int channels() {
		return dims.length == 0 ? 1 : dims[channelAxis()];
	}

	/** Whether positions can be told apart: a sequence or a picture, not a vector. */
	public boolean isSpatial() {
		return dims.length == 2 || dims.length == 3;
	}

	/** The number of rows of a picture, the length of a sequence, 1 for a vector. */
	public int height() {
		return isSpatial() ? dims[order == ChannelOrder.FIRST ? 1 : 0] : 1;
	}

	/** The number of columns of a picture, 1 for a sequence or vector. */
	public int width() {
		return dims.length == 3 ? dims[order == ChannelOrder.FIRST ? 2 : 1] : 1;
	}

	/** The sizes of the spatial axes, in reading order: {@code {h, w}}, {@code {l}} or none. */
	public int[] spatial() {
		int[] stored = stored();
		return stored.length == 0 ? stored : Arrays.copyOf(stored, stored.length - 1);
	}

	/** This picture or sequence with other spatial sizes and another number of channels. */
	public Shape with(int[] spatial, int channels) {
		int[] result = new int[spatial.length + 1];
		if (order == ChannelOrder.FIRST) {
			result[0] = channels;
			System.arraycopy(spatial, 0, result, 1, spatial.length);
		} else {
			System.arraycopy(spatial, 0, result, 0, spatial.length);
			result[spatial.length] = channels;
		}
		return new Shape(order, result);
	}

	/** The sizes as the engine stores them: the channel axis last. */
	public int[] stored() {
		int[] result = new int[dims.length];
		for (int axis = 0; axis < dims.length; axis++) {
			result[storedAxis(axis)] = dims[axis];
		}
		return result;
	}

	/** Where an axis of the file's order lies among the {@link #stored()} ones. */
	public int storedAxis(int axis) {
		if (order == ChannelOrder.LAST) {
			return axis;
		}
		return axis == 0 ? dims.length - 1 : axis - 1;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Shape shape && Arrays.equals(dims, shape.dims)
				&& (order == shape.order || dims.length < 2);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(dims);
	}

	/** The sizes in the file's order, as in {@code 64x56x56}. */
	@Override
	public String toString() {
		return IntStream.of(dims).mapToObj(Integer::toString).collect(Collectors.joining("x"));
	}
}
