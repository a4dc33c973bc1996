// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.EnumMap;
import java.util.Map;

import org.starfish.core.engine.ReluGradient;
import org.starfish.core.engine.onednn.Layout;
import org.starfish.core.engine.onednn.NativeMemory;
import org.starfish.core.engine.onednn.Primitive;

/** The way back through a rectifier that another op's kernel applied to its results. */
final class FusedRectifier implements AutoCloseable {
	private final Rectifier rectifier;
	private final Value output;
	private final Map<Layout, Primitive> masks = new EnumMap<>(Layout.class);

	FusedRectifier(Rectifier rectifier, Value output) {
		this.rectifier = rectifier;
		this.output = output;
	}

	/** Takes away what of the output's gradient does not pass the rectifier, in place. */
	void mask(ReluGradient reluGradient) {
		if (reluGradient != ReluGradient.TRUE) {
			rectifier.mask(output.data(), output.gradientToAdd(), output.size(), reluGradient);
			return;
		}
		Layout now = output.gradientTensor().layout();
		NativeMemory answers = output.activationTensor().read(now);
		NativeMemory gradient = output.gradientTensor().update(now);
		Primitive mask = masks.get(now);
		if (mask == null) {
			mask = OneDnnReluOp.gradient(rectifier, answers, gradient, gradient);
			masks.put(now, mask);
		}
		mask.run();
	}

	@Override
	public void close() {
		masks.values().forEach(Primitive::close);
	}
}
