// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.engine.ReluGradient;

/** An op whose output is rectified in place. */
final class RectifiedOp implements Op {
	private final Op op;
	private final Rectifier rectifier;

	RectifiedOp(Op op, Rectifier rectifier) {
		this.op = op;
		this.rectifier = rectifier;
	}

	@Override
	public Value output() {
		return op.output();
	}

	@Override
	public void forward() {
		op.forward();
		float[] values = output().dataToChange();
		for (int i = 0; i < values.length; i++) {
			values[i] = rectifier.value(values[i]);
		}
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		rectifier.mask(output().data(), output().gradientToAdd(), output().size(), reluGradient);
		op.inputGradient(reluGradient);
	}

	@Override
	public void close() {
		op.close();
	}
}
