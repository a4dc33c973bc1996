// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.engine.ReluGradient;

/** A rectifier by oneDNN. Its redirected gradient, which only the first steps of an ascent ask for, is computed on the heap. */
final class OneDnnReluOp implements Op {
	private final OneDnnUnaryOp rectified;
	private final ReluOp onHeap;

	OneDnnReluOp(Value input, Value output, Rectifier rectifier) {
		rectified = new OneDnnUnaryOp(input, output, new RectifierKernels(rectifier));
		onHeap = new ReluOp(input, output, rectifier);
	}

	@Override
	public Value output() {
		return rectified.output();
	}

	@Override
	public void forward() {
		rectified.forward();
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		if (reluGradient == ReluGradient.TRUE) {
			rectified.inputGradient(reluGradient);
		} else {
			onHeap.inputGradient(reluGradient);
		}
	}

	@Override
	public void close() {
		rectified.close();
	}
}
