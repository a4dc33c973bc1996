// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.Arrays;

import org.starfish.core.engine.ReluGradient;

/** Brings groups of elements to mean 0 and variance 1, then scales and shifts each element. */
final class NormalizationOp implements Op {
	private final Value input;
	private final Value output;
	private final int[] group;
	private final float[] scale;
	private final float[] shift;
	private final double epsilon;
	private final double[] mean;
	private final double[] deviation;
	private final double[] sumA;
	private final double[] sumB;
	private final int members;

	/**
	 * @param group for every element of one example its group, from 0
	 * @param scale one for every element of one example
	 * @param shift one for every element of one example
	 */
	NormalizationOp(Value input, Value output, int[] group, float[] scale, float[] shift, double epsilon) {
		this.input = input;
		this.output = output;
		this.group = group;
		this.scale = scale;
		this.shift = shift;
		this.epsilon = epsilon;
		int groups = Arrays.stream(group).max().orElse(0) + 1;
		members = group.length / groups;
		mean = new double[groups * input.batch()];
		deviation = new double[groups * input.batch()];
		sumA = new double[groups];
		sumB = new double[groups];
	}

	@Override
	public Value output() {
		return output;
	}

	@Override
	public void forward() {
		float[] from = input.data();
		float[] to = output.dataToWrite();
		int groups = sumA.length;
		for (int n = 0; n < input.batch(); n++) {
			int start = n * group.length;
			int base = n * groups;
			Arrays.fill(mean, base, base + groups, 0);
			Arrays.fill(deviation, base, base + groups, 0);
			for (int i = 0; i < group.length; i++) {
				mean[base + group[i]] += from[start + i] / (double) members;
			}
			for (int i = 0; i < group.length; i++) {
				double centred = from[start + i] - mean[base + group[i]];
				deviation[base + group[i]] += centred * centred / members;
			}
			for (int k = base; k < base + groups; k++) {
				deviation[k] = Math.sqrt(deviation[k] + epsilon);
			}
			for (int i = 0; i < group.length; i++) {
				int k = base + group[i];
				to[start + i] = (float) ((from[start + i] - mean[k]) / deviation[k] * scale[i] + shift[i]);
			}
		}
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		float[] gradient = input.gradientToAdd();
		for (int n = 0; n < input.batch(); n++) {
			int start = n * group.length;
			int base = n * sumA.length;
			Arrays.fill(sumA, 0);
			Arrays.fill(sumB, 0);
			for (int i = 0; i < group.length; i++) {
				double scaled = (double) output.gradient()[start + i] * scale[i];
				sumA[group[i]] += scaled / members;
				sumB[group[i]] += scaled * normalized(base, start, i) / members;
			}
			for (int i = 0; i < group.length; i++) {
				double scaled = (double) output.gradient()[start + i] * scale[i];
				gradient[start + i] += (float) ((scaled - sumA[group[i]] - normalized(base, start, i) * sumB[group[i]])
						/ deviation[base + group[i]]);
			}
		}
	}

	private double normalized(int base, int start, int i) {
		return (input.data()[start + i] - mean[base + group[i]]) / deviation[base + group[i]];
	}
}
