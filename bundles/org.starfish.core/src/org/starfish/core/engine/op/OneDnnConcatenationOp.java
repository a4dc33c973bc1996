// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.starfish.core.engine.ReluGradient;
import org.starfish.core.engine.onednn.Argument;
import org.starfish.core.engine.onednn.Description;
import org.starfish.core.engine.onednn.Layout;
import org.starfish.core.engine.onednn.NativeMemory;
import org.starfish.core.engine.onednn.Primitive;
import org.starfish.core.engine.onednn.PrimitiveDescriptor;

/** Puts values one after the other along their channels, by oneDNN. */
final class OneDnnConcatenationOp implements Op {
	private final List<Value> inputs;
	private final Value output;
	private final Primitive forward;
	private final List<NativeGradient> gradients = new ArrayList<>();

	OneDnnConcatenationOp(List<Value> inputs, Value output) {
		this.inputs = inputs;
		this.output = output;
		Map<Argument, NativeMemory> arguments = new HashMap<>();
		List<Description> parts = new ArrayList<>();
		for (Value input : inputs) {
			NativeMemory part = input.activationTensor().memory(Layout.PLAIN);
			arguments.put(Argument.source(parts.size()), part);
			parts.add(part.description());
		}
		NativeMemory whole = output.activationTensor().write(Layout.PLAIN);
		arguments.put(Argument.DESTINATION, whole);
		try (var descriptor = PrimitiveDescriptor.concatenation(parts, whole.description())) {
			forward = descriptor.prepare(arguments);
		}
	}

	@Override
	public Value output() {
		return output;
	}

	@Override
	public void forward() {
		for (Value input : inputs) {
			input.activationTensor().read(Layout.PLAIN);
		}
		output.activationTensor().write(Layout.PLAIN);
		forward.run();
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		NativeMemory whole = output.gradientTensor().read(Layout.PLAIN);
		if (gradients.isEmpty()) {
			long first = 0;
			for (Value input : inputs) {
				long count = input.activationTensor().description(Layout.PLAIN).dim(1);
				NativeMemory part = whole.view(whole.description().channels(first, count));
				gradients.add(new NativeGradient(input, Layout.PLAIN, to -> Primitive.reorder(part, to)));
				first += count;
			}
		}
		for (NativeGradient gradient : gradients) {
			gradient.run();
		}
	}

	@Override
	public void close() {
		forward.close();
		gradients.forEach(NativeGradient::close);
	}
}
