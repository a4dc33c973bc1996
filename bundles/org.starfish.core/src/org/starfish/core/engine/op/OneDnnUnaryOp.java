// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.starfish.core.engine.ReluGradient;
import org.starfish.core.engine.onednn.Argument;
import org.starfish.core.engine.onednn.Layout;
import org.starfish.core.engine.onednn.NativeMemory;
import org.starfish.core.engine.onednn.Primitive;
import org.starfish.core.engine.onednn.PrimitiveDescriptor;

/** An op of one input by oneDNN, in whatever layout that comes. */
final class OneDnnUnaryOp implements Op {
	private final Value input;
	private final Value output;
	private final UnaryKernels kernels;
	private final Layout layout;
	private final PrimitiveDescriptor descriptor;
	private final Optional<NativeMemory> workspace;
	private final Primitive forward;
	private NativeGradient gradient;

	/** @throws UnsupportedOperationException if oneDNN has no kernel for it that is worth it */
	OneDnnUnaryOp(Value input, Value output, UnaryKernels kernels) {
		this.input = input;
		this.output = output;
		this.kernels = kernels;
		layout = input.activationTensor().layout();
		NativeMemory from = input.activationTensor().memory(layout);
		NativeMemory to = output.activationTensor().write(layout);
		descriptor = kernels.forward(from.description(), to.description()).worthwhile();
		if (input.isDifferentiable()) {
			kernels.backward(descriptor, from.description(), to.description()).worthwhile().close();
		}
		workspace = descriptor.workspace().map(NativeMemory::new);
		forward = descriptor.prepare(withWorkspace(Map.of(Argument.SOURCE, from, Argument.DESTINATION, to)));
	}

	private Map<Argument, NativeMemory> withWorkspace(Map<Argument, NativeMemory> arguments) {
		Map<Argument, NativeMemory> all = new HashMap<>(arguments);
		workspace.ifPresent(memory -> all.put(Argument.WORKSPACE, memory));
		return all;
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
		NativeMemory source = input.activationTensor().read(layout);
		NativeMemory answer = output.activationTensor().read(layout);
		NativeMemory from = output.gradientTensor().read(layout);
		if (gradient == null) {
			gradient = new NativeGradient(input, layout, to -> prepare(source, answer, from, to));
		}
		gradient.run();
	}

	/** Gives the kernel both what went in and what came out; it takes what it needs. */
	private Primitive prepare(NativeMemory source, NativeMemory answer, NativeMemory from, NativeMemory to) {
		try (PrimitiveDescriptor backward = kernels.backward(descriptor, to.description(), from.description())) {
			return backward.prepare(withWorkspace(Map.of(Argument.SOURCE, source, Argument.DESTINATION, answer,
					Argument.DESTINATION_GRADIENT, from, Argument.SOURCE_GRADIENT, to)));
		}
	}

	@Override
	public void close() {
		forward.close();
		descriptor.close();
		workspace.ifPresent(NativeMemory::close);
		if (gradient != null) {
			gradient.close();
		}
	}
}
