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

/** A rectifier by oneDNN, in whatever layout its input comes. */
final class OneDnnReluOp implements Op {
	private final Value input;
	private final Value output;
	private final Rectifier rectifier;
	private final Layout layout;
	private final Primitive forward;
	private final Map<Layout, NativeGradient> gradients = new EnumMap<>(Layout.class);
	private final ReluOp onHeap;

	OneDnnReluOp(Value input, Value output, Rectifier rectifier) {
		this.input = input;
		this.output = output;
		this.rectifier = rectifier;
		layout = input.activationTensor().layout();
		NativeMemory from = input.activationTensor().memory(layout);
		NativeMemory to = output.activationTensor().write(layout);
		try (var descriptor = PrimitiveDescriptor.rectifier(rectifier.ceiling(), from.description())) {
			forward = descriptor.prepare(Map.of(Argument.SOURCE, from, Argument.DESTINATION, to));
		}
		onHeap = new ReluOp(input, output, rectifier);
	}

	@Override
	public Value output() {
		return output;
	}

	@Override
	public void forward() {
		input.activationTensor().read(layout);
		output.activationTensor().write(layout);
		forward.run();
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		if (reluGradient != ReluGradient.TRUE) {
			onHeap.inputGradient(reluGradient);
			return;
		}
		Layout now = output.gradientTensor().layout();
		NativeMemory answers = output.activationTensor().read(now);
		NativeMemory from = output.gradientTensor().read(now);
		NativeGradient gradient = gradients.get(now);
		if (gradient == null) {
			gradient = new NativeGradient(input, now, to -> gradient(rectifier, answers, from, to));
			gradients.put(now, gradient);
		}
		gradient.run();
	}

	/** Prepares the true gradient of a rectifier. */
	static Primitive gradient(Rectifier rectifier, NativeMemory answers, NativeMemory from, NativeMemory to) {
		try (var forward = PrimitiveDescriptor.rectifier(rectifier.ceiling(), answers.description());
				var descriptor = PrimitiveDescriptor.rectifierGradient(rectifier.ceiling(), forward,
						answers.description())) {
			return descriptor.prepare(Map.of(Argument.DESTINATION, answers, Argument.DESTINATION_GRADIENT, from,
					Argument.SOURCE_GRADIENT, to));
		}
	}

	@Override
	public void close() {
		forward.close();
		gradients.values().forEach(NativeGradient::close);
	}
}
