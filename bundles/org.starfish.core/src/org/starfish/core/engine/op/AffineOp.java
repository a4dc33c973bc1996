// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.engine.ReluGradient;

/** Scales and shifts each channel. */
final class AffineOp implements Op {
	private final Value input;
	private final Value output;
	private final float[] scale;
	private final float[] shift;

	/**
	 * @param scale one a channel
	 * @param shift one a channel
	 */
	AffineOp(Value input, Value output, float[] scale, float[] shift) {
		this.input = input;
		this.output = output;
		this.scale = scale;
		this.shift = shift;
	}

	@Override
	public Value output() {
		return output;
	}

	@Override
	public void forward() {
		float[] from = input.data();
		float[] to = output.dataToWrite();
		for (int i = 0; i < to.length; i += scale.length) {
			for (int c = 0; c < scale.length; c++) {
				to[i + c] = from[i + c] * scale[c] + shift[c];
			}
		}
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		float[] gradient = input.gradientToAdd();
		for (int i = 0; i < gradient.length; i += scale.length) {
			for (int c = 0; c < scale.length; c++) {
				gradient[i + c] += output.gradient()[i + c] * scale[c];
			}
		}
	}
}
