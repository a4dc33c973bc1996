// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.engine.ReluGradient;

/** The rectifier {@code min(max(x, 0), ceiling)}. */
final class ReluOp implements Op {
	private final Value input;
	private final Value output;
	private final float ceiling;

	/** @param ceiling what the output is at most; may be infinite */
	ReluOp(Value input, Value output, float ceiling) {
		this.input = input;
		this.output = output;
		this.ceiling = ceiling;
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
			to[i] = Math.min(Math.max(from[i], 0), ceiling);
		}
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		float[] gradient = input.gradientToAdd();
		float[] from = output.gradient();
		float[] open = output.data();
		int size = output.size();
		for (int start = 0; start < from.length; start += size) {
			if (reluGradient == ReluGradient.REDIRECTED && isBlocked(start, size)) {
				for (int i = start; i < start + size; i++) {
					gradient[i] += open[i] == 0 ? Math.max(from[i], 0) : Math.min(from[i], 0);
				}
			} else {
				for (int i = start; i < start + size; i++) {
					// Without a branch, which processors would guess wrong half of the time.
					gradient[i] += Math.min(open[i] * Float.MAX_VALUE, 1)
							* Math.min((ceiling - open[i]) * Float.MAX_VALUE, 1) * from[i];
				}
			}
		}
	}

	/** Whether nothing of an example's gradient passes. */
	private boolean isBlocked(int start, int size) {
		for (int i = start; i < start + size; i++) {
			if (output.data()[i] > 0 && output.data()[i] < ceiling && output.gradient()[i] != 0) {
				return false;
			}
		}
		return true;
	}
}
