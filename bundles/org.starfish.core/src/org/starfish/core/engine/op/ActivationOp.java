// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.engine.ReluGradient;

/** Applies a function of one variable to each element. */
final class ActivationOp implements Op {
	private final Value input;
	private final Value output;
	private final Pointwise function;

	ActivationOp(Value input, Value output, Pointwise function) {
		this.input = input;
		this.output = output;
		this.function = function;
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
			to[i] = (float) function.value(from[i]);
		}
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		float[] gradient = input.gradientToAdd();
		for (int i = 0; i < gradient.length; i++) {
			float from = output.gradient()[i];
			if (from != 0) {
				gradient[i] += (float) (from * function.slope(input.data()[i]));
			}
		}
	}
}
