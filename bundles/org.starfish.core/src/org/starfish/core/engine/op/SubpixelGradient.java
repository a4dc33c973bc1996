// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.engine.onednn.Argument;
import org.starfish.core.engine.onednn.Description;
import org.starfish.core.engine.onednn.Epilogue;
import org.starfish.core.engine.onednn.Layout;
import org.starfish.core.engine.onednn.NativeMemory;
import org.starfish.core.engine.onednn.Primitive;
import org.starfish.core.engine.onednn.PrimitiveDescriptor;
import org.starfish.core.engine.onednn.Window;

/**
 * The input's gradient of a strided convolution as one convolution of stride 1: positions of the input that lie
 * equally within the stride see the same taps of the kernel, so each such place becomes a channel of its own (Shi et al.,
 * Real-Time Single Image and Video Super-Resolution Using an Efficient Sub-Pixel Convolutional Neural Network, 2016).
 * Fast where the input has few channels, as a network's first convolution has, which other kernels handle badly.
 */
final class SubpixelGradient implements ConvolutionGradient {
	static final String NAME = "subpixel";
	private static final int FEW_CHANNELS = 16;
	private final Axis rows;
	private final Axis columns;
	private final int in;
	private final Value input;
	private final Value output;
	private final ConvolutionMethod method;
	private final NativeMemory weights;
	private final NativeMemory subpixels;
	private final Primitive primitive;
	private final float[] line;

	/**
	 * One axis of the picture.
	 *
	 * @param first the first step of the stride, counted with the padding, that reaches into the picture
	 * @param steps how many of them reach into it
	 * @param taps of the kernel that fall on one place within the stride, at most
	 */
	private record Axis(int size, int stride, int padding, int kernel, int first, int steps, int taps) {
		static Axis of(int size, int stride, int padding, int kernel) {
			int first = padding / stride;
			return new Axis(size, stride, padding, kernel, first, (size - 1 + padding) / stride - first + 1,
					(kernel + stride - 1) / stride);
		}

		static Axis rows(Geometry g) {
			return of(g.height(), g.strideY(), g.top(), g.kernelHeight());
		}

		static Axis columns(Geometry g) {
			return of(g.width(), g.strideX(), g.left(), g.kernelWidth());
		}

		int before() {
			return taps - 1 - first;
		}

		int after(int positions) {
			return first + steps - positions;
		}
	}

	/**
	 * @param method found by {@link #method}
	 * @param kernels {@code [kH, kW, in, out]}
	 */
	SubpixelGradient(ConvolutionMethod method, float[] kernels, Geometry g, int in, int out, Value input,
			Value output) {
		this.method = method;
		this.in = in;
		this.input = input;
		this.output = output;
		rows = Axis.rows(g);
		columns = Axis.columns(g);
		weights = NativeMemory.of(kernels(rows, columns, in, out), places(kernels, out))
				.reordered(method.descriptor().weights());
		subpixels = new NativeMemory(method.to());
		primitive = method.prepare(output.gradientTensor().memory(Layout.PLAIN), weights, null, subpixels);
		line = new float[input.batch() * rows.steps * columns.steps * rows.stride * columns.stride * in];
	}

	/** Whether it is worth a trial. */
	static boolean canDo(Geometry g, int groups, int in) {
		return groups == 1 && in < FEW_CHANNELS && g.strideY() * g.strideX() > 1 && g.dilationY() == 1
				&& g.dilationX() == 1 && Axis.rows(g).before() >= 0 && Axis.columns(g).before() >= 0;
	}

	/** @throws UnsupportedOperationException if oneDNN has no kernel for it */
	static ConvolutionMethod method(Tensor gradient, Geometry g, int in, int out, int batch) {
		Axis rows = Axis.rows(g);
		Axis columns = Axis.columns(g);
		Description from = gradient.description(Layout.PLAIN);
		Description to = Layout.PLAIN.pictures(batch, rows.stride * columns.stride * in, rows.steps, columns.steps);
		var window = Window.dense(new long[] { rows.taps, columns.taps },
				new long[] { rows.before(), columns.before() },
				new long[] { rows.after(g.outHeight()), columns.after(g.outWidth()) });
		return new ConvolutionMethod(NAME, Layout.PLAIN, PrimitiveDescriptor.convolution(false, from,
				kernels(rows, columns, in, out), false, to, window, Epilogue.NONE), from, to, Argument.SOURCE,
				Argument.DESTINATION, false);
	}

	private static Description kernels(Axis rows, Axis columns, int in, int out) {
		return Description.kernels(rows.stride * columns.stride * in, out, rows.taps, columns.taps);
	}

	/** The kernels in the order {@code [taps, taps, out, place, place, in]}; taps that a place has less are zeros. */
	private float[] places(float[] kernels, int out) {
		float[] result = new float[rows.taps * columns.taps * out * rows.stride * columns.stride * in];
		for (int y = 0; y < rows.kernel; y++) {
			for (int x = 0; x < columns.kernel; x++) {
				int tap = (rows.taps - 1 - y / rows.stride) * columns.taps + columns.taps - 1 - x / columns.stride;
				int place = y % rows.stride * columns.stride + x % columns.stride;
				for (int i = 0; i < in; i++) {
					for (int o = 0; o < out; o++) {
						result[((tap * out + o) * rows.stride * columns.stride + place) * in
								+ i] = kernels[((y * columns.kernel + x) * in + i) * out + o];
					}
				}
			}
		}
		return result;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public void run() {
		output.gradientTensor().read(Layout.PLAIN);
		primitive.run();
		subpixels.get(line);
		float[] gradient = input.gradientToAdd();
		int channels = rows.stride * columns.stride * in;
		for (int n = 0; n < input.batch(); n++) {
			for (int y = 0; y < rows.size; y++) {
				int atY = y + rows.padding;
				int row = n * rows.steps + atY / rows.stride - rows.first;
				for (int x = 0; x < columns.size; x++) {
					int atX = x + columns.padding;
					int from = (row * columns.steps + atX / columns.stride - columns.first) * channels
							+ (atY % rows.stride * columns.stride + atX % columns.stride) * in;
					int to = ((n * rows.size + y) * columns.size + x) * in;
					for (int i = 0; i < in; i++) {
						gradient[to + i] += line[from + i];
					}
				}
			}
		}
	}

	@Override
	public void close() {
		primitive.close();
		method.descriptor().close();
		weights.close();
		subpixels.close();
	}
}
