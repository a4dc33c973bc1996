// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.engine.ReluGradient;

/** A rectifier. */
final class ReluOp implements Op {
	private final Value input;
	private final Value output;
	private final Rectifier rectifier;

	ReluOp(Value input, Value output, Rectifier rectifier) {
		this.input = input;
		this.output = output;
		this.rectifier = rectifier;
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
			to[i] = rectifier.value(from[i]);
		}
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		float[] from = output.gradientToAdd();
		rectifier.mask(output.data(), from, output.size(), reluGradient);
		float[] gradient = input.gradientToAdd();
		for (int i = 0; i < gradient.length; i++) {
			gradient[i] += from[i];
		}
	}
}
