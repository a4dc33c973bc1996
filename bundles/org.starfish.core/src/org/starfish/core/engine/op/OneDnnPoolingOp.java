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
import org.starfish.core.engine.onednn.PrimitiveDescriptor.PoolingKind;
import org.starfish.core.network.operation.Pooling;

/** Maxima or means of sliding windows without gaps by oneDNN, in whatever layout its input comes. */
final class OneDnnPoolingOp implements Op {
	private final Value input;
	private final Value output;
	private final Geometry g;
	private final PoolingKind kind;
	private final Layout layout;
	private final PrimitiveDescriptor descriptor;
	private final Optional<NativeMemory> workspace;
	private final Primitive forward;
	private NativeGradient gradient;

	OneDnnPoolingOp(Value input, Value output, Geometry g, Pooling pooling) {
		this.input = input;
		this.output = output;
		this.g = g;
		kind = pooling.function() == Pooling.Function.MAXIMUM ? PoolingKind.MAXIMUM : PoolingKind.MEAN;
		layout = input.activationTensor().layout();
		NativeMemory from = input.activationTensor().memory(layout);
		NativeMemory to = output.activationTensor().write(layout);
		descriptor = PrimitiveDescriptor.pooling(kind, input.isDifferentiable(), from.description(), to.description(),
				g.window());
		workspace = descriptor.workspace().map(NativeMemory::new);
		forward = descriptor.prepare(withWorkspace(Map.of(Argument.SOURCE, from, Argument.DESTINATION, to)));
	}

	/** Whether oneDNN knows this kind of pooling. */
	static boolean canDo(Pooling pooling, Geometry g) {
		boolean padded = g.top() > 0 || g.left() > 0 || g.bottom() > 0 || g.right() > 0;
		return g.dilationY() == 1 && g.dilationX() == 1 && (pooling.function() == Pooling.Function.MAXIMUM
				|| pooling.function() == Pooling.Function.AVERAGE && !(padded && pooling.countPadding()));
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
		NativeMemory from = output.gradientTensor().read(layout);
		if (gradient == null) {
			gradient = new NativeGradient(input, layout, to -> prepare(from, to));
		}
		gradient.run();
	}

	private Primitive prepare(NativeMemory from, NativeMemory to) {
		try (var backward = PrimitiveDescriptor.poolingGradient(kind, descriptor, to.description(), from.description(),
				g.window())) {
			return backward.prepare(
					withWorkspace(Map.of(Argument.DESTINATION_GRADIENT, from, Argument.SOURCE_GRADIENT, to)));
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
