// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.Map;
import java.util.function.Function;

import org.starfish.core.engine.onednn.Argument;
import org.starfish.core.engine.onednn.Layout;
import org.starfish.core.engine.onednn.NativeMemory;
import org.starfish.core.engine.onednn.Primitive;
import org.starfish.core.engine.onednn.PrimitiveDescriptor;

/**
 * One op's share of a value's gradient, computed by a primitive: written if it is the first, else added to what came
 * before.
 */
final class NativeGradient implements AutoCloseable {
	private final Value value;
	private final Layout layout;
	private final Function<NativeMemory, Primitive> into;
	private Primitive writing;
	private Primitive beside;
	private NativeMemory summand;
	private Primitive sum;

	/**
	 * @param layout in which it is computed
	 * @param into prepares the primitive that computes it into an array
	 */
	NativeGradient(Value value, Layout layout, Function<NativeMemory, Primitive> into) {
		this.value = value;
		this.layout = layout;
		this.into = into;
	}

	void run() {
		Tensor gradient = value.gradientTensor();
		if (!value.isReached()) {
			NativeMemory memory = gradient.write(layout);
			if (writing == null) {
				writing = into.apply(memory);
			}
			writing.run();
			value.reach();
			return;
		}
		NativeMemory memory = gradient.update(layout);
		if (beside == null) {
			summand = new NativeMemory(memory.description());
			beside = into.apply(summand);
			try (var descriptor = PrimitiveDescriptor.sum(memory.description(), 2)) {
				sum = descriptor.prepare(Map.of(Argument.source(0), memory, Argument.source(1), summand,
						Argument.DESTINATION, memory));
			}
		}
		beside.run();
		sum.run();
	}

	@Override
	public void close() {
		if (writing != null) {
			writing.close();
		}
		if (beside != null) {
			beside.close();
			sum.close();
			summand.close();
		}
	}
}
