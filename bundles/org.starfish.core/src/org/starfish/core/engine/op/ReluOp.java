// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.engine.ReluGradient;

/** The rectifier {@code max(x, 0)}. */
final class ReluOp implements Op {
	private final Value input;
	private final Value output;

	ReluOp(Value input, Value output) {
		this.input = input;
		this.output = output;
	}

	@Override
	public Value output() {
		return output;
	}

	@Override
	public void forward() {
		float[] from = input.data();
		float[] to = output.data();
		for (int i = 0; i < to.length; i++) {
			to[i] = Math.max(from[i], 0);
		}
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		float[] gradient = input.gradientToAdd();
		float[] from = output.gradient();
		float[] open = output.data();
		int size = output.size();
		for (int start = 0; start < from.length; start += size) {
			boolean passed = false;
			for (int i = start; i < start + size; i++) {
				float passing = open[i] > 0 ? from[i] : 0;
				gradient[i] += passing;
				passed |= passing != 0;
			}
			if (!passed && reluGradient == ReluGradient.REDIRECTED) {
				for (int i = start; i < start + size; i++) {
					gradient[i] += Math.max(from[i], 0);
				}
			}
		}
	}
}
