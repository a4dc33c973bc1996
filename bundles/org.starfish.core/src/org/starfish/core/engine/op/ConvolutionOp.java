// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.engine.ReluGradient;

/**
 * Convolution by ND4J's kernels; one that looks at single positions is a matrix product. The input's gradient of a
 * convolution of stride 1 is itself a convolution, of the output's gradient with the kernel turned by 180 degrees and its
 * channels swapped; of any other it is a matrix product whose result is added up where the windows lay.
 */
final class ConvolutionOp implements Op {
	private final Value input;
	private final Value output;
	private final Geometry g;
	private final float[] bias;
	private final int in;
	private final int out;
	private final int groups;
	private final boolean padded;
	/** Whether each position of the output sees just the same position of the input. */
	private final boolean pointwise;
	private final int rows;
	private final int columns;
	private final NativeArray[] weights;
	private final NativeArray nativeInput;
	private final NativeArray nativeOutput;
	private final Kernel[] forward;
	private final Backward[] backward;
	private final float[] line;

	/**
	 * @param window may be dilated; ND4J's kernels refuse some dilated convolutions, so gaps become zero weights
	 * @param sparse {@code [kH, kW, in / groups, out]}
	 * @param bias {@code [out]}, or empty
	 */
	ConvolutionOp(Value input, Value output, Geometry window, float[] sparse, float[] bias, int groups) {
		this.input = input;
		this.output = output;
		this.g = window.dense();
		float[] weights = window.dense(sparse);
		this.bias = bias;
		this.groups = groups;
		in = input.shape().channels() / groups;
		out = output.shape().channels() / groups;
		padded = PaddedInput.isUneven(g);
		rows = PaddedInput.rows(g);
		columns = PaddedInput.columns(g);
		pointwise = g.taps() == 1 && g.strideY() == 1 && g.strideX() == 1 && g.top() == 0 && g.left() == 0 && !padded;
		int batch = input.batch();
		nativeInput = new NativeArray(batch, rows, columns, in);
		nativeOutput = new NativeArray(batch, convolved(rows, g.spanY(), g.strideY(), padded ? 0 : g.top()),
				convolved(columns, g.spanX(), g.strideX(), padded ? 0 : g.left()), out);
		this.weights = new NativeArray[groups];
		forward = new Kernel[groups];
		backward = new Backward[groups];
		for (int group = 0; group < groups; group++) {
			float[] part = part(weights, group);
			this.weights[group] = NativeArray.of(part, g.kernelHeight(), g.kernelWidth(), in, out);
			forward[group] = pointwise
					? Kernel.multiply(nativeInput.as(positions(), in), false, this.weights[group].as(in, out), false,
							nativeOutput.as(positions(), out))
					: Kernel.convolve(nativeInput, this.weights[group], nativeOutput, g, padded ? 0 : g.top(),
							padded ? 0 : g.left());
			if (input.isDifferentiable()) {
				backward[group] = g.strideY() == 1 && g.strideX() == 1 && !padded
						? new TurnedConvolution(part, this.weights[group]) : new ScatteredProduct(part);
			}
		}
		line = new float[Math.max(nativeOutputLength(), batch * rows * columns * in)];
	}

	private int positions() {
		return input.batch() * g.positions();
	}

	private static int convolved(int size, int span, int stride, int padding) {
		return (size + 2 * padding - span) / stride + 1;
	}

	private int nativeOutputLength() {
		return (int) nativeOutput.array().length();
	}

	private float[] part(float[] all, int group) {
		if (groups == 1) {
			return all;
		}
		float[] part = new float[g.taps() * in * out];
		for (int row = 0; row < g.taps() * in; row++) {
			System.arraycopy(all, (row * groups + group) * out, part, row * out, out);
		}
		return part;
	}

	@Override
	public Value output() {
		return output;
	}

	@Override
	public void forward() {
		float[] data = output.dataToWrite();
		int channels = out * groups;
		int nativeHeight = (int) nativeOutput.array().size(1);
		int nativeWidth = (int) nativeOutput.array().size(2);
		for (int group = 0; group < groups; group++) {
			load(group);
			forward[group].run();
			if (groups == 1 && nativeHeight == g.outHeight() && nativeWidth == g.outWidth()) {
				nativeOutput.get(data, 0, output.length());
				continue;
			}
			nativeOutput.get(line, 0, nativeOutputLength());
			for (int n = 0; n < input.batch(); n++) {
				for (int y = 0; y < g.outHeight(); y++) {
					for (int x = 0; x < g.outWidth(); x++) {
						System.arraycopy(line, ((n * nativeHeight + y) * nativeWidth + x) * out, data,
								((n * g.outHeight() + y) * g.outWidth() + x) * channels + group * out, out);
					}
				}
			}
		}
		if (bias.length > 0) {
			for (int i = 0; i < data.length; i += channels) {
				for (int c = 0; c < channels; c++) {
					data[i + c] += bias[c];
				}
			}
		}
	}

	/** Copies one group of the input's channels into the native array. */
	private void load(int group) {
		float[] data = input.data();
		if (groups == 1 && !padded) {
			nativeInput.put(data, 0, data.length);
			return;
		}
		int channels = in * groups;
		int above = padded ? g.top() : 0;
		int before = padded ? g.left() : 0;
		for (int n = 0; n < input.batch(); n++) {
			for (int y = 0; y < g.height(); y++) {
				int from = (n * g.height() + y) * g.width() * channels;
				long to = ((long) (n * rows + y + above) * columns + before) * in;
				if (groups == 1) {
					nativeInput.putAt(to, data, from, g.width() * channels);
				} else {
					for (int x = 0; x < g.width(); x++) {
						System.arraycopy(data, from + x * channels + group * in, line, x * in, in);
					}
					nativeInput.putAt(to, line, 0, g.width() * in);
				}
			}
		}
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		for (int group = 0; group < groups; group++) {
			backward[group].run(group);
		}
	}

	@Override
	public void close() {
		nativeInput.close();
		nativeOutput.close();
		for (int group = 0; group < groups; group++) {
			weights[group].close();
			forward[group].close();
			if (backward[group] != null) {
				backward[group].close();
			}
		}
	}

	/** One group's part of the input's gradient. */
	private interface Backward extends AutoCloseable {
		void run(int group);

		@Override
		void close();
	}

	/** Copies one group's channels of the output's gradient into a native array. */
	private void loadGradient(NativeArray into, int group) {
		float[] gradient = output.gradient();
		if (groups == 1) {
			into.put(gradient, 0, gradient.length);
			return;
		}
		for (int i = 0; i < positions(); i++) {
			System.arraycopy(gradient, (i * groups + group) * out, line, i * out, out);
		}
		into.put(line, 0, positions() * out);
	}

	private final class TurnedConvolution implements Backward {
		private final NativeArray turned;
		private final NativeArray from = new NativeArray(input.batch(), g.outHeight(), g.outWidth(), out);
		private final NativeArray to = new NativeArray(input.batch(), g.height(), g.width(), in);
		private final Kernel kernel;
		private final float[] result = groups == 1 ? new float[0] : new float[input.batch() * g.height() * g.width() * in];

		TurnedConvolution(float[] part, NativeArray weights) {
			if (pointwise) {
				turned = weights;
				kernel = Kernel.multiply(from.as(positions(), out), false, weights.as(in, out), true,
						to.as(positions(), in));
				return;
			}
			float[] values = new float[part.length];
			for (int tap = 0; tap < g.taps(); tap++) {
				for (int i = 0; i < in; i++) {
					for (int o = 0; o < out; o++) {
						values[((g.taps() - 1 - tap) * out + o) * in + i] = part[(tap * in + i) * out + o];
					}
				}
			}
			turned = NativeArray.of(values, g.kernelHeight(), g.kernelWidth(), out, in);
			kernel = Kernel.convolve(from, turned, to, g, g.spanY() - 1 - g.top(), g.spanX() - 1 - g.left());
		}

		@Override
		public void run(int group) {
			loadGradient(from, group);
			kernel.run();
			if (groups == 1) {
				to.addTo(input);
				return;
			}
			to.get(result, 0, result.length);
			float[] gradient = input.gradientToAdd();
			for (int i = 0; i < result.length; i += in) {
				int at = (i / in * groups + group) * in;
				for (int c = 0; c < in; c++) {
					gradient[at + c] += result[i + c];
				}
			}
		}

		@Override
		public void close() {
			if (!pointwise) {
				turned.close();
			}
			from.close();
			to.close();
			kernel.close();
		}
	}

	private final class ScatteredProduct implements Backward {
		private final NativeArray matrix;
		private final NativeArray from = new NativeArray(positions(), out);
		private final NativeArray patches = new NativeArray(positions(), (long) g.taps() * in);
		private final Kernel kernel;
		private final float[] result = new float[Math.multiplyExact(positions(), g.taps() * in)];

		ScatteredProduct(float[] part) {
			matrix = NativeArray.of(part, (long) g.taps() * in, out);
			kernel = Kernel.multiply(from, false, matrix, true, patches);
		}

		@Override
		public void run(int group) {
			loadGradient(from, group);
			kernel.run();
			patches.get(result, 0, result.length);
			Patches.scatter(result, input.batch(), g, in, input.gradientToAdd(), groups, group);
		}

		@Override
		public void close() {
			matrix.close();
			from.close();
			patches.close();
			kernel.close();
		}
	}
}
