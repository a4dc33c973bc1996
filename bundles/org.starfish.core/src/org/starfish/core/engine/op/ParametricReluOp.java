// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.engine.ReluGradient;

/** {@code x} if positive, else a trained slope times {@code x}. */
final class ParametricReluOp implements Op {
	private final Value input;
	private final Value output;
	private final float[] slope;
	private final int[] map;

	/**
	 * @param map for every element of one example the index of its slope
	 */
	ParametricReluOp(Value input, Value output, float[] slope, int[] map) {
		this.input = input;
		this.output = output;
		this.slope = slope;
		this.map = map;
	}

	@Override
	public Value output() {
		return output;
	}

	@Override
	public void forward() {
		float[] from = input.data();
		float[] to = output.dataToWrite();
		for (int i = 0; i < to.length; i++) {
			float x = from[i];
			to[i] = x > 0 ? x : x * slope[map[i % map.length]];
		}
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		float[] gradient = input.gradientToAdd();
		for (int i = 0; i < gradient.length; i++) {
			gradient[i] += output.gradient()[i] * (input.data()[i] > 0 ? 1 : slope[map[i % map.length]]);
		}
	}
}
