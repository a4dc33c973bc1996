// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.engine.ReluGradient;

/** Matrix product along the last axis. */
final class DenseOp implements Op {
	private final Value input;
	private final Value output;
	private final float[] bias;
	private final NativeArray weights;
	private final NativeArray nativeInput;
	private final NativeArray nativeOutput;
	private final Kernel forward;
	private final Kernel backward;
	private final NativeArray nativeGradient;

	/**
	 * @param weights {@code [in, out]}
	 * @param bias {@code [out]}, or empty
	 */
	DenseOp(Value input, Value output, int in, int out, float[] weights, float[] bias) {
		this.input = input;
		this.output = output;
		this.bias = bias;
		int rows = input.length() / in;
		this.weights = NativeArray.of(weights, in, out);
		nativeInput = new NativeArray(rows, in);
		nativeOutput = new NativeArray(rows, out);
		forward = Kernel.multiply(nativeInput, false, this.weights, false, nativeOutput);
		nativeGradient = new NativeArray(rows, in);
		backward = Kernel.multiply(nativeOutput, false, this.weights, true, nativeGradient);
	}

	@Override
	public Value output() {
		return output;
	}

	@Override
	public void forward() {
		nativeInput.put(input.data(), 0, input.length());
		forward.run();
		float[] data = output.dataToWrite();
		nativeOutput.get(data, 0, data.length);
		for (int i = 0; i < data.length && bias.length > 0; i += bias.length) {
			for (int c = 0; c < bias.length; c++) {
				data[i + c] += bias[c];
			}
		}
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		nativeOutput.put(output.gradient(), 0, output.length());
		backward.run();
		nativeGradient.addTo(input);
	}

	@Override
	public void close() {
		weights.close();
		nativeInput.close();
		nativeOutput.close();
		nativeGradient.close();
		forward.close();
		backward.close();
	}
}
