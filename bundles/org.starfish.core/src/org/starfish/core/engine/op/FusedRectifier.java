// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.EnumMap;
import java.util.Map;

import org.starfish.core.engine.ReluGradient;
import org.starfish.core.engine.onednn.Argument;
import org.starfish.core.engine.onednn.Layout;
import org.starfish.core.engine.onednn.NativeMemory;
import org.starfish.core.engine.onednn.Primitive;
import org.starfish.core.engine.onednn.PrimitiveDescriptor;

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
			mask = prepare(answers, gradient);
			masks.put(now, mask);
		}
		mask.run();
	}

	private Primitive prepare(NativeMemory answers, NativeMemory gradient) {
		var kernels = new RectifierKernels(rectifier);
		try (PrimitiveDescriptor forward = kernels.forward(answers.description(), answers.description());
				PrimitiveDescriptor descriptor = kernels.backward(forward, gradient.description(), gradient.description())) {
			return descriptor.prepare(Map.of(Argument.DESTINATION, answers, Argument.DESTINATION_GRADIENT, gradient,
					Argument.SOURCE_GRADIENT, gradient));
		}
	}

	@Override
	public void close() {
		masks.values().forEach(Primitive::close);
	}
}
