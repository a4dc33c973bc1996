// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.Arrays;

import org.starfish.core.engine.ReluGradient;
import org.starfish.core.network.operation.Reduction.Function;

/** Summarizes groups of elements, each into one element of the output. */
final class ReductionOp implements Op {
	private final Value input;
	private final Value output;
	private final int[] into;
	private final Function function;
	private final int[] chosen;
	private final double[] sums;

	/**
	 * @param into for every element of one example's input the element of the output that it counts for
	 */
	ReductionOp(Value input, Value output, int[] into, Function function) {
		this.input = input;
		this.output = output;
		this.into = into;
		this.function = function;
		chosen = new int[output.length()];
		sums = new double[output.size()];
	}

	@Override
	public Value output() {
		return output;
	}

	private double members() {
		return (double) input.size() / output.size();
	}

	@Override
	public void forward() {
		float[] from = input.data();
		float[] to = output.dataToWrite();
		Arrays.fill(chosen, -1);
		for (int n = 0; n < input.batch(); n++) {
			int start = n * input.size();
			int at = n * output.size();
			Arrays.fill(sums, 0);
			for (int i = 0; i < into.length; i++) {
				float x = from[start + i];
				switch (function) {
				case MEAN, SUM -> sums[into[i]] += x;
				case NORM2 -> sums[into[i]] += (double) x * x;
				case MAXIMUM, MINIMUM -> {
					int best = chosen[at + into[i]];
					if (best < 0 || (function == Function.MAXIMUM ? x > from[best] : x < from[best])) {
						chosen[at + into[i]] = start + i;
					}
				}
				}
			}
			for (int i = 0; i < sums.length; i++) {
				to[at + i] = switch (function) {
				case MEAN -> (float) (sums[i] / members());
				case SUM -> (float) sums[i];
				case NORM2 -> (float) Math.sqrt(sums[i]);
				case MAXIMUM, MINIMUM -> from[chosen[at + i]];
				};
			}
		}
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		float[] gradient = input.gradientToAdd();
		float[] from = output.gradient();
		for (int n = 0; n < input.batch(); n++) {
			int start = n * input.size();
			int at = n * output.size();
			for (int i = 0; i < into.length; i++) {
				int target = at + into[i];
				gradient[start + i] += switch (function) {
				case MEAN -> (float) (from[target] / members());
				case SUM -> from[target];
				case NORM2 -> output.data()[target] == 0 ? 0
						: from[target] * input.data()[start + i] / output.data()[target];
				case MAXIMUM, MINIMUM -> chosen[target] == start + i ? from[target] : 0;
				};
			}
		}
	}
}
