// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.Arrays;

import org.starfish.core.engine.ReluGradient;
import org.starfish.core.network.operation.Pooling;

/** Summarizes sliding windows, channel by channel. */
final class PoolingOp implements Op {
	private final Value input;
	private final Value output;
	private final Geometry g;
	private final Pooling pooling;
	private final int[] strongest;

	PoolingOp(Value input, Value output, Geometry g, Pooling pooling) {
		this.input = input;
		this.output = output;
		this.g = g;
		this.pooling = pooling;
		strongest = pooling.function() == Pooling.Function.MAXIMUM ? new int[output.length()] : new int[0];
	}

	@Override
	public Value output() {
		return output;
	}

	@Override
	public void forward() {
		float[] to = output.dataToWrite();
		float[] from = input.data();
		Arrays.fill(to, pooling.function() == Pooling.Function.MAXIMUM ? Float.NEGATIVE_INFINITY : 0);
		Arrays.fill(strongest, -1);
		windows((at, source, count) -> {
			switch (pooling.function()) {
			case MAXIMUM -> {
				for (int c = 0; c < count; c++) {
					if (from[source + c] > to[at + c] || strongest[at + c] < 0) {
						to[at + c] = from[source + c];
						strongest[at + c] = source + c;
					}
				}
			}
			case NORM -> {
				for (int c = 0; c < count; c++) {
					to[at + c] += (float) Math.pow(Math.abs(from[source + c]), pooling.norm());
				}
			}
			default -> {
				for (int c = 0; c < count; c++) {
					to[at + c] += from[source + c];
				}
			}
			}
		});
		int channels = input.shape().channels();
		for (int at = 0; at < to.length; at += channels) {
			switch (pooling.function()) {
			case AVERAGE -> {
				float share = 1f / divisor(at / channels);
				for (int c = 0; c < channels; c++) {
					to[at + c] *= share;
				}
			}
			case NORM -> {
				for (int c = 0; c < channels; c++) {
					to[at + c] = (float) Math.pow(to[at + c], 1.0 / pooling.norm());
				}
			}
			default -> {
				// Sums and maxima are complete.
			}
			}
		}
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		float[] gradient = input.gradientToAdd();
		float[] from = output.gradient();
		if (pooling.function() == Pooling.Function.MAXIMUM) {
			for (int i = 0; i < from.length; i++) {
				if (strongest[i] >= 0) {
					gradient[strongest[i]] += from[i];
				}
			}
			return;
		}
		int channels = input.shape().channels();
		windows((at, source, count) -> {
			float share = pooling.function() == Pooling.Function.AVERAGE ? 1f / divisor(at / channels) : 1;
			for (int c = 0; c < count; c++) {
				gradient[source + c] += pooling.function() == Pooling.Function.NORM
						? from[at + c] * slope(input.data()[source + c], output.data()[at + c]) : from[at + c] * share;
			}
		});
	}

	/** The derivative of a window's p-norm with respect to one of its values. */
	private float slope(float value, float norm) {
		return norm == 0 ? 0
				: (float) (Math.signum(value) * Math.pow(Math.abs(value) / norm, pooling.norm() - 1.0));
	}

	/** How many values an average divides by. */
	private int divisor(int position) {
		int ox = position % g.outWidth();
		int oy = position / g.outWidth() % g.outHeight();
		return within(oy * g.strideY() - g.top(), g.kernelHeight(), g.dilationY(), g.height(), g.top())
				* within(ox * g.strideX() - g.left(), g.kernelWidth(), g.dilationX(), g.width(), g.left());
	}

	private int within(int start, int kernel, int dilation, int size, int begin) {
		int count = 0;
		for (int k = 0; k < kernel; k++) {
			int at = start + k * dilation;
			// Only padding that was asked for counts, not what a last, partly fitting window reaches over.
			int limit = pooling.countPadding() ? size + padAfter(begin, size, kernel, dilation) : size;
			count += at < limit && (pooling.countPadding() || at >= 0) ? 1 : 0;
		}
		return Math.max(count, 1);
	}

	private int padAfter(int begin, int size, int kernel, int dilation) {
		boolean vertical = size == g.height() && begin == g.top() && kernel == g.kernelHeight();
		int axis = vertical ? 0 : 1;
		int stride = axis == 0 ? g.strideY() : g.strideX();
		if (axis >= pooling.kernel().length) {
			return 0;
		}
		return pooling.padding().end(axis, size, (kernel - 1) * dilation + 1, stride);
	}

	@FunctionalInterface
	private interface Visitor {
		/** A position of the output and one of those it sees, the first channel of each. */
		void visit(int at, int source, int channels);
	}

	private void windows(Visitor visitor) {
		int channels = input.shape().channels();
		for (int n = 0; n < input.batch(); n++) {
			for (int oy = 0; oy < g.outHeight(); oy++) {
				for (int ox = 0; ox < g.outWidth(); ox++) {
					int at = ((n * g.outHeight() + oy) * g.outWidth() + ox) * channels;
					for (int ky = 0; ky < g.kernelHeight(); ky++) {
						int y = oy * g.strideY() - g.top() + ky * g.dilationY();
						for (int kx = 0; kx < g.kernelWidth() && y >= 0 && y < g.height(); kx++) {
							int x = ox * g.strideX() - g.left() + kx * g.dilationX();
							if (x >= 0 && x < g.width()) {
								visitor.visit(at, ((n * g.height() + y) * g.width() + x) * channels, channels);
							}
						}
					}
				}
			}
		}
	}
}
