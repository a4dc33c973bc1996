// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.starfish.core.engine.ReluGradient;
import org.starfish.core.engine.onednn.Argument;
import org.starfish.core.engine.onednn.Layout;
import org.starfish.core.engine.onednn.NativeMemory;
import org.starfish.core.engine.onednn.Primitive;
import org.starfish.core.engine.onednn.PrimitiveDescriptor;

/** The sum of values of one shape, as in residual networks, by oneDNN. */
final class OneDnnSumOp implements Op {
	private final List<Value> inputs;
	private final Value output;
	private final Layout layout;
	private final Primitive forward;
	private final Map<Layout, List<NativeGradient>> gradients = new EnumMap<>(Layout.class);

	OneDnnSumOp(List<Value> inputs, Value output) {
		this.inputs = inputs;
		this.output = output;
		layout = inputs.get(0).activationTensor().layout();
		Map<Argument, NativeMemory> arguments = new HashMap<>();
		for (int i = 0; i < inputs.size(); i++) {
			arguments.put(Argument.source(i), inputs.get(i).activationTensor().memory(layout));
		}
		NativeMemory sum = output.activationTensor().write(layout);
		arguments.put(Argument.DESTINATION, sum);
		try (var descriptor = PrimitiveDescriptor.sum(sum.description(), inputs.size())) {
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
			input.activationTensor().read(layout);
		}
		output.activationTensor().write(layout);
		forward.run();
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		Layout now = output.gradientTensor().layout();
		NativeMemory from = output.gradientTensor().read(now);
		List<NativeGradient> shares = gradients.get(now);
		if (shares == null) {
			shares = inputs.stream()
					.map(input -> new NativeGradient(input, now, to -> Primitive.reorder(from, to))).toList();
			gradients.put(now, shares);
		}
		for (NativeGradient share : shares) {
			share.run();
		}
	}

	@Override
	public void close() {
		forward.close();
		gradients.values().forEach(shares -> shares.forEach(NativeGradient::close));
	}
}
