// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.Arrays;

import org.starfish.core.engine.ReluGradient;

/** Softmax, or its logarithm, over groups of elements. */
final class SoftmaxOp implements Op {
	private final Value input;
	private final Value output;
	private final int[] group;
	private final boolean logarithm;
	private final double[] largest;
	private final double[] sum;

	/**
	 * @param group for every element of one example its group, from 0
	 */
	SoftmaxOp(Value input, Value output, int[] group, boolean logarithm) {
		this.input = input;
		this.output = output;
		this.group = group;
		this.logarithm = logarithm;
		int groups = Arrays.stream(group).max().orElse(0) + 1;
		largest = new double[groups];
		sum = new double[groups];
	}

	@Override
	public Value output() {
		return output;
	}

	@Override
	public void forward() {
		float[] from = input.data();
		float[] to = output.dataToWrite();
		for (int start = 0; start < to.length; start += group.length) {
			Arrays.fill(largest, Double.NEGATIVE_INFINITY);
			Arrays.fill(sum, 0);
			for (int i = 0; i < group.length; i++) {
				largest[group[i]] = Math.max(largest[group[i]], from[start + i]);
			}
			for (int i = 0; i < group.length; i++) {
				sum[group[i]] += Math.exp(from[start + i] - largest[group[i]]);
			}
			for (int i = 0; i < group.length; i++) {
				double shifted = from[start + i] - largest[group[i]];
				to[start + i] = (float) (logarithm ? shifted - Math.log(sum[group[i]]) : Math.exp(shifted) / sum[group[i]]);
			}
		}
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		float[] gradient = input.gradientToAdd();
		float[] from = output.gradient();
		float[] y = output.data();
		for (int start = 0; start < y.length; start += group.length) {
			Arrays.fill(sum, 0);
			for (int i = 0; i < group.length; i++) {
				sum[group[i]] += logarithm ? from[start + i] : (double) from[start + i] * y[start + i];
			}
			for (int i = 0; i < group.length; i++) {
				int at = start + i;
				gradient[at] += (float) (logarithm ? from[at] - Math.exp(y[at]) * sum[group[i]]
						: y[at] * (from[at] - sum[group[i]]));
			}
		}
	}
}
