// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.starfish.core.engine.ReluGradient;

/** The maximum of sliding windows without gaps, by ND4J's kernels. */
final class MaxPoolingOp implements Op {
	private final Value output;
	private final PaddedInput input;
	private final NativeArray maxima;
	private final NativeArray inputGradient;
	private final Kernel forward;
	private final Kernel backward;

	MaxPoolingOp(Value input, Value output, Geometry g) {
		this.output = output;
		int channels = output.shape().channels();
		// What lies outside of the picture never is the largest.
		this.input = new PaddedInput(input, g, -Float.MAX_VALUE);
		maxima = new NativeArray(output.batch(), g.outHeight(), g.outWidth(), channels);
		inputGradient = new NativeArray(
				input.isDifferentiable() ? this.input.array().array().shape() : new long[] { 1, 1, 1, 1 });
		long[] window = { g.kernelHeight(), g.kernelWidth(), g.strideY(), g.strideX(), this.input.top(), this.input.left(),
				1, 1, 0, 0, 1 };
		INDArray from = this.input.array().array();
		forward = new Kernel("maxpool2d", new INDArray[] { from }, maxima.array(), window);
		backward = new Kernel("maxpool2d_bp", new INDArray[] { from, maxima.array() }, inputGradient.array(), window);
	}

	@Override
	public Value output() {
		return output;
	}

	@Override
	public void forward() {
		input.load();
		forward.run();
		maxima.get(output.dataToWrite(), 0, output.length());
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		maxima.put(output.gradient(), 0, output.length());
		backward.run();
		input.addGradient(inputGradient);
	}

	@Override
	public void close() {
		input.close();
		maxima.close();
		inputGradient.close();
		forward.close();
		backward.close();
	}
}
