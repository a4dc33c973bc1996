// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.Arrays;

import org.starfish.core.engine.ReluGradient;

/** Convolution of every channel by itself. Runs along the channels, which lie next to each other. */
final class DepthwiseConvolutionOp implements Op {
	private final Value input;
	private final Value output;
	private final Geometry g;
	private final float[] weights;
	private final float[] bias;

	/**
	 * @param weights {@code [kH, kW, 1, channels]}
	 * @param bias {@code [channels]}, or empty
	 */
	DepthwiseConvolutionOp(Value input, Value output, Geometry g, float[] weights, float[] bias) {
		this.input = input;
		this.output = output;
		this.g = g;
		this.weights = weights;
		this.bias = bias;
	}

	@Override
	public Value output() {
		return output;
	}

	@Override
	public void forward() {
		float[] to = output.dataToWrite();
		int channels = input.shape().channels();
		if (bias.length == 0) {
			Arrays.fill(to, 0);
		} else {
			for (int i = 0; i < to.length; i += channels) {
				System.arraycopy(bias, 0, to, i, channels);
			}
		}
		run(input.data(), to, true);
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		run(input.gradientToAdd(), output.gradient(), false);
	}

	/** Adds the weighted inner values to the outer ones, or the other way round. */
	private void run(float[] inner, float[] outer, boolean outward) {
		int channels = input.shape().channels();
		for (int n = 0; n < input.batch(); n++) {
			for (int oy = 0; oy < g.outHeight(); oy++) {
				for (int ox = 0; ox < g.outWidth(); ox++) {
					int at = ((n * g.outHeight() + oy) * g.outWidth() + ox) * channels;
					for (int ky = 0; ky < g.kernelHeight(); ky++) {
						int y = oy * g.strideY() - g.top() + ky * g.dilationY();
						if (y < 0 || y >= g.height()) {
							continue;
						}
						for (int kx = 0; kx < g.kernelWidth(); kx++) {
							int x = ox * g.strideX() - g.left() + kx * g.dilationX();
							if (x < 0 || x >= g.width()) {
								continue;
							}
							int from = ((n * g.height() + y) * g.width() + x) * channels;
							int weight = (ky * g.kernelWidth() + kx) * channels;
							if (outward) {
								multiplyAdd(inner, from, weight, outer, at, channels);
							} else {
								multiplyAdd(outer, at, weight, inner, from, channels);
							}
						}
					}
				}
			}
		}
	}

	private void multiplyAdd(float[] a, int from, int weight, float[] into, int to, int count) {
		for (int c = 0; c < count; c++) {
			into[to + c] += a[from + c] * weights[weight + c];
		}
	}
}
