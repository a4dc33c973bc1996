// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.engine.onednn.Window;
import org.starfish.core.network.Shape;
import org.starfish.core.network.operation.Convolution;
import org.starfish.core.network.operation.Padding;
import org.starfish.core.network.operation.Pooling;
import org.starfish.core.network.operation.TransposedConvolution;

/**
 * How a window slides over a picture of one size. A sequence is a picture of one column.
 *
 * @param top rows of padding above the first
 * @param left columns of padding before the first
 */
record Geometry(int height, int width, int outHeight, int outWidth, int kernelHeight, int kernelWidth, int strideY,
		int strideX, int dilationY, int dilationX, int top, int left) {

	static Geometry of(Convolution op, Shape input, Shape output) {
		return of(input, output, new int[] { op.weights().dim(0), op.strides().length > 1 ? op.weights().dim(1) : 1 },
				op.strides(), op.dilations(), op.padding());
	}

	static Geometry of(Pooling op, Shape input, Shape output) {
		return of(input, output, op.kernel(), op.strides(), op.dilations(), op.padding());
	}

	/** The window of the convolution of which this is the transpose: it slides over the transpose's output. */
	static Geometry of(TransposedConvolution op, Shape input, Shape output) {
		boolean flat = op.strides().length == 1;
		return new Geometry(output.height(), output.width(), input.height(), input.width(), op.weights().dim(0),
				flat ? 1 : op.weights().dim(1), op.strides()[0], flat ? 1 : op.strides()[1], op.dilations()[0],
				flat ? 1 : op.dilations()[1], op.cutBefore(0), flat ? 0 : op.cutBefore(1));
	}

	private static Geometry of(Shape input, Shape output, int[] kernel, int[] strides, int[] dilations,
			Padding padding) {
		boolean flat = strides.length == 1;
		int[] spans = { (kernel[0] - 1) * dilations[0] + 1, flat ? 1 : (kernel[1] - 1) * dilations[1] + 1 };
		return new Geometry(input.height(), input.width(), output.height(), output.width(), kernel[0],
				flat ? 1 : kernel[1], strides[0], flat ? 1 : strides[1], dilations[0], flat ? 1 : dilations[1],
				padding.begin(0, input.height(), spans[0], strides[0]),
				flat ? 0 : padding.begin(1, input.width(), spans[1], strides[1]));
	}

	int spanY() {
		return (kernelHeight - 1) * dilationY + 1;
	}

	int spanX() {
		return (kernelWidth - 1) * dilationX + 1;
	}

	/** Rows of padding that the last window needs below the picture; negative if it ends above. */
	int bottom() {
		return (outHeight - 1) * strideY + spanY() - height - top;
	}

	/** Columns of padding that the last window needs behind the picture; negative if it ends before. */
	int right() {
		return (outWidth - 1) * strideX + spanX() - width - left;
	}

	int taps() {
		return kernelHeight * kernelWidth;
	}

	int positions() {
		return outHeight * outWidth;
	}

	/** The window as oneDNN wants it. */
	Window window() {
		return new Window(new long[] { kernelHeight, kernelWidth }, new long[] { strideY, strideX },
				new long[] { dilationY - 1, dilationX - 1 }, new long[] { top, left }, new long[] { bottom(), right() });
	}

	/** The same window, but the first one begins so far outside of the picture. */
	Geometry at(int newTop, int newLeft) {
		return new Geometry(height, width, outHeight, outWidth, kernelHeight, kernelWidth, strideY, strideX, dilationY,
				dilationX, newTop, newLeft);
	}

	/** The same window without gaps: larger, most of its weights zero. */
	Geometry dense() {
		return new Geometry(height, width, outHeight, outWidth, spanY(), spanX(), strideY, strideX, 1, 1, top, left);
	}

	/**
	 * The weights of the window without gaps.
	 *
	 * @param weights {@code [kernelHeight, kernelWidth, ...]}
	 * @return {@code [spanY, spanX, ...]}
	 */
	float[] dense(float[] weights) {
		if (dilationY == 1 && dilationX == 1) {
			return weights;
		}
		int tap = weights.length / taps();
		float[] result = new float[spanY() * spanX() * tap];
		for (int y = 0; y < kernelHeight; y++) {
			for (int x = 0; x < kernelWidth; x++) {
				System.arraycopy(weights, (y * kernelWidth + x) * tap, result,
						(y * dilationY * spanX() + x * dilationX) * tap, tap);
			}
		}
		return result;
	}
}
