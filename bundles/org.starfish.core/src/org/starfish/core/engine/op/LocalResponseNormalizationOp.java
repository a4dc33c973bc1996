// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.engine.ReluGradient;
import org.starfish.core.network.operation.LocalResponseNormalization;

/** Local response normalization across channels. */
final class LocalResponseNormalizationOp implements Op {
	private final Value input;
	private final Value output;
	private final LocalResponseNormalization lrn;
	private final float[] base;
	private final float[] factor;
	private final float[] line;
	private final float[] sums;

	LocalResponseNormalizationOp(Value input, Value output, LocalResponseNormalization lrn) {
		this.input = input;
		this.output = output;
		this.lrn = lrn;
		base = new float[output.length()];
		factor = new float[output.length()];
		line = new float[input.shape().channels()];
		sums = new float[line.length];
	}

	@Override
	public Value output() {
		return output;
	}

	private int before() {
		return (lrn.size() - 1) / 2;
	}

	private int after() {
		return lrn.size() / 2;
	}

	@Override
	public void forward() {
		int channels = line.length;
		float[] x = input.data();
		float[] to = output.dataToWrite();
		float k = lrn.k();
		float share = lrn.alpha() / lrn.size();
		for (int start = 0; start < x.length; start += channels) {
			for (int c = 0; c < channels; c++) {
				line[c] = x[start + c] * x[start + c];
			}
			sumWindows(before(), after());
			for (int c = 0; c < channels; c++) {
				base[start + c] = k + share * sums[c];
			}
		}
		if (lrn.beta() == 0.75f) {
			for (int i = 0; i < base.length; i++) {
				float root = (float) Math.sqrt(base[i]);
				factor[i] = 1 / (root * (float) Math.sqrt(root));
			}
		} else {
			for (int i = 0; i < base.length; i++) {
				factor[i] = (float) Math.pow(base[i], -lrn.beta());
			}
		}
		for (int i = 0; i < to.length; i++) {
			to[i] = x[i] * factor[i];
		}
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		int channels = line.length;
		float[] x = input.data();
		float[] from = output.gradient();
		float[] gradient = input.gradientToAdd();
		float share = 2 * lrn.beta() * lrn.alpha() / lrn.size();
		for (int start = 0; start < x.length; start += channels) {
			for (int c = 0; c < channels; c++) {
				line[c] = from[start + c] * x[start + c] * factor[start + c] / base[start + c];
			}
			sumWindows(after(), before());
			for (int c = 0; c < channels; c++) {
				gradient[start + c] += from[start + c] * factor[start + c] - share * x[start + c] * sums[c];
			}
		}
	}

	/** Adds up the line around each channel, tap by tap, so that every loop runs along the channels. */
	private void sumWindows(int below, int above) {
		int channels = line.length;
		System.arraycopy(line, 0, sums, 0, channels);
		for (int d = 1; d <= Math.min(above, channels - 1); d++) {
			for (int c = 0; c < channels - d; c++) {
				sums[c] += line[c + d];
			}
		}
		for (int d = 1; d <= Math.min(below, channels - 1); d++) {
			for (int c = d; c < channels; c++) {
				sums[c] += line[c - d];
			}
		}
	}
}
