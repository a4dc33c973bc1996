// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.Arrays;

import org.starfish.core.engine.ReluGradient;

/**
 * Transposed convolution: a matrix product whose result is added up where the windows lie. Its input's gradient is the
 * convolution of which it is the transpose.
 */
final class TransposedConvolutionOp implements Op {
	private final Value input;
	private final Value output;
	private final Geometry g;
	private final float[] weights;
	private final float[] bias;
	private final int groups;

	/**
	 * @param g the window over the output
	 * @param weights {@code [kH, kW, out / groups, in]}
	 * @param bias {@code [out]}, or empty
	 */
	TransposedConvolutionOp(Value input, Value output, Geometry g, float[] weights, float[] bias, int groups) {
		this.input = input;
		this.output = output;
		this.g = g;
		this.weights = weights;
		this.bias = bias;
		this.groups = groups;
	}

	@Override
	public Value output() {
		return output;
	}

	@Override
	public void forward() {
		float[] data = output.dataToWrite();
		int channels = output.shape().channels();
		if (bias.length == 0) {
			Arrays.fill(data, 0);
		} else {
			for (int i = 0; i < data.length; i++) {
				data[i] = bias[i % channels];
			}
		}
		visit((in, out, weight) -> data[out] += weights[weight] * input.data()[in]);
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		float[] gradient = input.gradientToAdd();
		float[] from = output.gradient();
		visit((in, out, weight) -> gradient[in] += weights[weight] * from[out]);
	}

	@FunctionalInterface
	private interface Visitor {
		void visit(int in, int out, int weight);
	}

	private void visit(Visitor visitor) {
		int in = input.shape().channels();
		int out = output.shape().channels();
		int inPart = in / groups;
		int outPart = out / groups;
		for (int n = 0; n < input.batch(); n++) {
			for (int iy = 0; iy < g.outHeight(); iy++) {
				for (int ix = 0; ix < g.outWidth(); ix++) {
					int from = ((n * g.outHeight() + iy) * g.outWidth() + ix) * in;
					for (int tap = 0; tap < g.taps(); tap++) {
						int y = iy * g.strideY() - g.top() + tap / g.kernelWidth() * g.dilationY();
						int x = ix * g.strideX() - g.left() + tap % g.kernelWidth() * g.dilationX();
						if (y < 0 || y >= g.height() || x < 0 || x >= g.width()) {
							continue;
						}
						int to = ((n * g.height() + y) * g.width() + x) * out;
						for (int group = 0; group < groups; group++) {
							for (int o = 0; o < outPart; o++) {
								int weight = (tap * outPart + o) * in + group * inPart;
								for (int i = 0; i < inPart; i++) {
									visitor.visit(from + group * inPart + i, to + group * outPart + o,
											weight + i);
								}
							}
						}
					}
				}
			}
		}
	}
}
