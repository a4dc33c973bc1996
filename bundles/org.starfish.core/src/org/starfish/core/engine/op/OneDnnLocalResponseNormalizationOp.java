// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.starfish.core.engine.ReluGradient;
import org.starfish.core.engine.onednn.Argument;
import org.starfish.core.engine.onednn.Description;
import org.starfish.core.engine.onednn.Layout;
import org.starfish.core.engine.onednn.NativeMemory;
import org.starfish.core.engine.onednn.Primitive;
import org.starfish.core.engine.onednn.PrimitiveDescriptor;
import org.starfish.core.network.operation.LocalResponseNormalization;

/** Local response normalization across channels by oneDNN, in whatever layout its input comes. */
final class OneDnnLocalResponseNormalizationOp implements Op {
	private final Value input;
	private final Value output;
	private final LocalResponseNormalization lrn;
	private final Layout layout;
	private final PrimitiveDescriptor descriptor;
	private final Optional<NativeMemory> workspace;
	private final Primitive forward;
	private NativeGradient gradient;

	OneDnnLocalResponseNormalizationOp(Value input, Value output, LocalResponseNormalization lrn) {
		this.input = input;
		this.output = output;
		this.lrn = lrn;
		layout = input.activationTensor().layout();
		NativeMemory from = input.activationTensor().memory(layout);
		NativeMemory to = output.activationTensor().write(layout);
		descriptor = PrimitiveDescriptor.localResponseNormalization(input.isDifferentiable(), from.description(),
				lrn.size(), lrn.alpha(), lrn.beta(), lrn.k());
		workspace = descriptor.workspace().map(NativeMemory::new);
		forward = descriptor.prepare(withWorkspace(Map.of(Argument.SOURCE, from, Argument.DESTINATION, to)));
	}

	/** Whether oneDNN's windows, which reach equally far to both sides, can be the layer's. */
	static boolean canDo(LocalResponseNormalization lrn) {
		return lrn.size() % 2 == 1;
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
		NativeMemory from = output.gradientTensor().read(layout);
		if (gradient == null) {
			gradient = new NativeGradient(input, layout, to -> prepare(source, from, to));
		}
		gradient.run();
	}

	private Primitive prepare(NativeMemory source, NativeMemory from, NativeMemory to) {
		Description data = source.description();
		try (var backward = PrimitiveDescriptor.localResponseNormalizationGradient(descriptor, data, lrn.size(),
				lrn.alpha(), lrn.beta(), lrn.k())) {
			return backward.prepare(withWorkspace(Map.of(Argument.SOURCE, source, Argument.DESTINATION_GRADIENT, from,
					Argument.SOURCE_GRADIENT, to)));
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
