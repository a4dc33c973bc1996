// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.engine.ReluGradient;
import org.starfish.core.network.operation.LocalResponseNormalization;

/** Local response normalization across channels, with running sums over the window. */
final class LocalResponseNormalizationOp implements Op {
	private final Value input;
	private final Value output;
	private final LocalResponseNormalization lrn;
	private final float[] base;
	private final float[] factor;
	private final double[] line;

	LocalResponseNormalizationOp(Value input, Value output, LocalResponseNormalization lrn) {
		this.input = input;
		this.output = output;
		this.lrn = lrn;
		base = new float[output.data().length];
		factor = new float[output.data().length];
		line = new double[input.shape().channels()];
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
		double share = lrn.alpha() / lrn.size();
		for (int start = 0; start < x.length; start += channels) {
			for (int c = 0; c < channels; c++) {
				line[c] = (double) x[start + c] * x[start + c];
			}
			for (int c = 0; c < channels; c++) {
				double sum = 0;
				for (int k = Math.max(0, c - before()); k <= Math.min(channels - 1, c + after()); k++) {
					sum += line[k];
				}
				double scale = lrn.k() + share * sum;
				double power = lrn.beta() == 0.75f ? 1 / (Math.sqrt(scale) * Math.sqrt(Math.sqrt(scale)))
						: Math.pow(scale, -lrn.beta());
				base[start + c] = (float) scale;
				factor[start + c] = (float) power;
				output.data()[start + c] = (float) (x[start + c] * power);
			}
		}
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		int channels = line.length;
		float[] x = input.data();
		float[] from = output.gradient();
		float[] gradient = input.gradientToAdd();
		double share = 2.0 * lrn.beta() * lrn.alpha() / lrn.size();
		for (int start = 0; start < x.length; start += channels) {
			for (int c = 0; c < channels; c++) {
				int at = start + c;
				line[c] = (double) from[at] * x[at] * factor[at] / base[at];
			}
			for (int c = 0; c < channels; c++) {
				double sum = 0;
				for (int k = Math.max(0, c - after()); k <= Math.min(channels - 1, c + before()); k++) {
					sum += line[k];
				}
				gradient[start + c] += (float) (from[start + c] * factor[start + c] - share * x[start + c] * sum);
			}
		}
	}
}
