// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.Arrays;

/**
 * A value in ND4J's memory as its kernels want it. They pad both sides of a picture alike; where a window asks for anything else, the
 * value is written into a larger array, whose margins never change.
 */
final class PaddedInput implements AutoCloseable {
	private final Value value;
	private final Geometry g;
	private final boolean padded;
	private final int rows;
	private final int columns;
	private final NativeArray array;
	private final float[] line;

	/**
	 * @param g how the window slides over the value
	 * @param margin what stands in the margins
	 */
	PaddedInput(Value value, Geometry g, float margin) {
		this.value = value;
		this.g = g;
		padded = isUneven(g);
		rows = rows(g);
		columns = columns(g);
		array = new NativeArray(value.batch(), rows, columns, value.shape().channels());
		line = new float[padded ? columns * value.shape().channels() : 0];
		Arrays.fill(line, margin);
		for (int row = 0; row < value.batch() * rows && padded; row++) {
			array.putAt((long) row * line.length, line, 0, line.length);
		}
	}

	/** Whether the window asks for more padding on one side than on the other. */
	static boolean isUneven(Geometry g) {
		return g.bottom() > g.top() || g.right() > g.left() || g.bottom() < g.top() - g.strideY() + 1
				|| g.right() < g.left() - g.strideX() + 1;
	}

	/** Rows of the array, margins and all. */
	static int rows(Geometry g) {
		return isUneven(g) ? Math.max(g.height() + g.top() + Math.max(g.bottom(), 0), g.spanY()) : g.height();
	}

	/** Columns of the array, margins and all. */
	static int columns(Geometry g) {
		return isUneven(g) ? Math.max(g.width() + g.left() + Math.max(g.right(), 0), g.spanX()) : g.width();
	}

	/** {@code [batch, rows, columns, channels]} */
	NativeArray array() {
		return array;
	}

	/** Rows of padding on either side that the kernel is to add. */
	int top() {
		return padded ? 0 : g.top();
	}

	/** Columns of padding on either side that the kernel is to add. */
	int left() {
		return padded ? 0 : g.left();
	}

	/** Takes over the value's activation. */
	void load() {
		float[] data = value.data();
		if (!padded) {
			array.put(data, 0, data.length);
			return;
		}
		int stride = g.width() * value.shape().channels();
		for (int row = 0; row < value.batch() * g.height(); row++) {
			array.putAt(position(row), data, row * stride, stride);
		}
	}

	/**
	 * Adds a gradient to the value's.
	 *
	 * @param gradient of the shape of {@link #array}
	 */
	void addGradient(NativeArray gradient) {
		if (!padded) {
			gradient.addTo(value);
			return;
		}
		int stride = g.width() * value.shape().channels();
		float[] to = value.gradientToAdd();
		for (int row = 0; row < value.batch() * g.height(); row++) {
			gradient.getAt(position(row), line, 0, stride);
			for (int i = 0; i < stride; i++) {
				to[row * stride + i] += line[i];
			}
		}
	}

	/** Where a row of the value, counted over all examples, begins in the array. */
	private long position(int row) {
		long padding = (long) row / g.height() * (rows - g.height()) + g.top();
		return ((row + padding) * columns + g.left()) * value.shape().channels();
	}

	@Override
	public void close() {
		array.close();
	}
}
