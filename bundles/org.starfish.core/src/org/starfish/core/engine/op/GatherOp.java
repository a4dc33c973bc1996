// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.engine.ReluGradient;

/** Moves elements: each of the output is one of the input, or a constant. */
final class GatherOp implements Op {
	private final Value input;
	private final Value output;
	private final int[] from;
	private final float constant;

	/**
	 * @param from for every element of one example's output the element of the input, or -1 for the constant
	 * @param constant stands where nothing of the input does
	 */
	GatherOp(Value input, Value output, int[] from, float constant) {
		this.input = input;
		this.output = output;
		this.from = from;
		this.constant = constant;
	}

	@Override
	public Value output() {
		return output;
	}

	@Override
	public void forward() {
		float[] source = input.data();
		float[] to = output.dataToWrite();
		for (int n = 0; n < input.batch(); n++) {
			int start = n * input.size();
			int at = n * output.size();
			for (int i = 0; i < from.length; i++) {
				to[at + i] = from[i] < 0 ? constant : source[start + from[i]];
			}
		}
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		float[] gradient = input.gradientToAdd();
		for (int n = 0; n < input.batch(); n++) {
			int start = n * input.size();
			int at = n * output.size();
			for (int i = 0; i < from.length; i++) {
				if (from[i] >= 0) {
					gradient[start + from[i]] += output.gradient()[at + i];
				}
			}
		}
	}
}
