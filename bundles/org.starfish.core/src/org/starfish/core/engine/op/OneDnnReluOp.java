// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.engine.ReluGradient;
import org.starfish.core.engine.onednn.Description;
import org.starfish.core.engine.onednn.PrimitiveDescriptor;

/** A rectifier by oneDNN. Its redirected gradient, which only the first steps of an ascent ask for, is computed on the heap. */
final class OneDnnReluOp extends OneDnnUnaryOp {
	private final Rectifier rectifier;
	private final ReluOp onHeap;

	OneDnnReluOp(Value input, Value output, Rectifier rectifier) {
		super(input, output, (from, to) -> PrimitiveDescriptor.rectifier(rectifier.ceiling(), from));
		this.rectifier = rectifier;
		onHeap = new ReluOp(input, output, rectifier);
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		if (reluGradient == ReluGradient.TRUE) {
			super.inputGradient(reluGradient);
		} else {
			onHeap.inputGradient(reluGradient);
		}
	}

	@Override
	protected PrimitiveDescriptor backward(PrimitiveDescriptor found, Description to, Description from) {
		return PrimitiveDescriptor.rectifierGradient(rectifier.ceiling(), found, from);
	}
}
