// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.starfish.core.engine.ReluGradient;
import org.starfish.core.engine.onednn.Argument;
import org.starfish.core.engine.onednn.Description;
import org.starfish.core.engine.onednn.Epilogue;
import org.starfish.core.engine.onednn.Layout;
import org.starfish.core.engine.onednn.NativeMemory;
import org.starfish.core.engine.onednn.Primitive;
import org.starfish.core.engine.onednn.PrimitiveDescriptor;

/** Matrix product along the last axis by oneDNN, with bias and rectifier in one. */
final class OneDnnDenseOp implements Op {
	private final Value input;
	private final Value output;
	private final Description from;
	private final Description to;
	private final NativeMemory weights;
	private final Optional<NativeMemory> bias;
	private final PrimitiveDescriptor descriptor;
	private final Primitive forward;
	private final Optional<FusedRectifier> rectifier;
	private NativeMemory destinationGradient;
	private NativeGradient gradient;

	/**
	 * @param weights {@code [in, out]}
	 * @param bias {@code [out]}, or empty
	 * @param rectifier applied to the results
	 */
	OneDnnDenseOp(Value input, Value output, int in, int out, float[] weights, float[] bias,
			Optional<Rectifier> rectifier) {
		this.input = input;
		this.output = output;
		int rows = input.length() / in;
		from = Description.matrix(rows, in);
		to = Description.matrix(rows, out);
		Description order = Description.matrix(out, in);
		var epilogue = rectifier.map(r -> Epilogue.rectified(r.ceiling())).orElse(Epilogue.NONE);
		descriptor = PrimitiveDescriptor.product(from, order, bias.length > 0, to, epilogue);
		this.weights = NativeMemory.of(Description.transposedMatrix(out, in), weights).reordered(order);
		this.bias = bias.length > 0 ? Optional.of(NativeMemory.of(Description.vector(out), bias)) : Optional.empty();
		NativeMemory source = input.activationTensor().memory(Layout.PLAIN).view(from);
		NativeMemory destination = output.activationTensor().write(Layout.PLAIN).view(to);
		Map<Argument, NativeMemory> arguments = new HashMap<>(
				Map.of(Argument.SOURCE, source, Argument.WEIGHTS, this.weights, Argument.DESTINATION, destination));
		this.bias.ifPresent(memory -> arguments.put(Argument.BIAS, memory));
		forward = descriptor.prepare(arguments);
		this.rectifier = rectifier.map(r -> new FusedRectifier(r, output));
	}

	@Override
	public Value output() {
		return output;
	}

	@Override
	public void forward() {
		input.activationTensor().read(Layout.PLAIN);
		output.activationTensor().write(Layout.PLAIN);
		forward.run();
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		rectifier.ifPresent(r -> r.mask(reluGradient));
		NativeMemory plain = output.gradientTensor().read(Layout.PLAIN);
		if (gradient == null) {
			destinationGradient = plain.view(to);
			gradient = new NativeGradient(input, Layout.PLAIN, this::prepare);
		}
		gradient.run();
	}

	private Primitive prepare(NativeMemory sourceGradient) {
		try (var backward = PrimitiveDescriptor.productGradient(descriptor, from, weights.description(), to)) {
			return backward.prepare(Map.of(Argument.DESTINATION_GRADIENT, destinationGradient, Argument.WEIGHTS, weights,
					Argument.SOURCE_GRADIENT, sourceGradient.view(from)));
		}
	}

	@Override
	public void close() {
		forward.close();
		descriptor.close();
		weights.close();
		bias.ifPresent(NativeMemory::close);
		rectifier.ifPresent(FusedRectifier::close);
		if (gradient != null) {
			gradient.close();
		}
	}
}
