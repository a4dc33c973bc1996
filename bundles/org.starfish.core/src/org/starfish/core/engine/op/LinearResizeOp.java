// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.engine.ReluGradient;
import org.starfish.core.network.operation.Resize;

/** Bilinear interpolation: each output position is a weighted mean of up to four input positions. */
final class LinearResizeOp implements Op {
	private final Value input;
	private final Value output;
	private final Taps rows;
	private final Taps columns;

	/** Along one axis, the two positions that each output position lies between, and how near it is to the second. */
	private record Taps(int[] first, int[] second, float[] share) {
		static Taps of(Resize resize, int axis, int size, int outSize) {
			var taps = new Taps(new int[outSize], new int[outSize], new float[outSize]);
			for (int i = 0; i < outSize; i++) {
				double source = axis < Math.max(resize.scales().length, resize.sizes().length)
						? Math.clamp(resize.source(axis, i, size), 0, size - 1.0) : i;
				taps.first[i] = (int) Math.floor(source);
				taps.second[i] = Math.min(taps.first[i] + 1, size - 1);
				taps.share[i] = (float) (source - taps.first[i]);
			}
			return taps;
		}
	}

	LinearResizeOp(Value input, Value output, Resize resize) {
		this.input = input;
		this.output = output;
		rows = Taps.of(resize, 0, input.shape().height(), output.shape().height());
		columns = Taps.of(resize, 1, input.shape().width(), output.shape().width());
	}

	@Override
	public Value output() {
		return output;
	}

	@Override
	public void forward() {
		float[] source = input.data();
		float[] to = output.dataToWrite();
		visit((from, at, weight, first) -> {
			for (int c = 0; c < input.shape().channels(); c++) {
				to[at + c] = (first ? 0 : to[at + c]) + weight * source[from + c];
			}
		});
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		float[] gradient = input.gradientToAdd();
		visit((from, at, weight, first) -> {
			for (int c = 0; c < input.shape().channels(); c++) {
				gradient[from + c] += weight * output.gradient()[at + c];
			}
		});
	}

	@FunctionalInterface
	private interface Visitor {
		void visit(int from, int at, float weight, boolean first);
	}

	private void visit(Visitor visitor) {
		int channels = input.shape().channels();
		int width = input.shape().width();
		for (int n = 0; n < input.batch(); n++) {
			int start = n * input.shape().height();
			for (int y = 0; y < rows.share.length; y++) {
				for (int x = 0; x < columns.share.length; x++) {
					int at = ((n * rows.share.length + y) * columns.share.length + x) * channels;
					float down = rows.share[y];
					float right = columns.share[x];
					int upper = (start + rows.first[y]) * width;
					int lower = (start + rows.second[y]) * width;
					visitor.visit((upper + columns.first[x]) * channels, at, (1 - down) * (1 - right), true);
					visitor.visit((upper + columns.second[x]) * channels, at, (1 - down) * right, false);
					visitor.visit((lower + columns.first[x]) * channels, at, down * (1 - right), false);
					visitor.visit((lower + columns.second[x]) * channels, at, down * right, false);
				}
			}
		}
	}
}
