// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.starfish.core.engine.onednn.KernelChoices;
import org.starfish.core.engine.onednn.OneDnn;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.Concatenation;
import org.starfish.core.network.operation.Elementwise;
import org.starfish.core.network.operation.LocalResponseNormalization;
import org.starfish.core.network.operation.Operation;
import org.starfish.core.network.operation.Pooling;

/** Makes ops that oneDNN computes, where it runs and has a kernel. */
final class OneDnnOps {
	private OneDnnOps() {
	}

	/** The op of an operation without weights; empty if another has to do it. */
	static Optional<Op> of(Operation operation, List<Value> inputs, Value output) {
		Value input = inputs.get(0);
		return switch (operation) {
		case Pooling op -> {
			var kernels = new PoolingKernels(op, Geometry.of(op, input.shape(), output.shape()), input.isDifferentiable());
			yield attempt(kernels.exist(), () -> new OneDnnUnaryOp(input, output, kernels));
		}
		case LocalResponseNormalization op -> {
			var kernels = new LocalResponseNormalizationKernels(op, input.isDifferentiable());
			yield attempt(kernels.exist(), () -> new OneDnnUnaryOp(input, output, kernels));
		}
		case Activation op -> Rectifier.of(op)
				.flatMap(rectifier -> attempt(true, () -> new OneDnnReluOp(input, output, rectifier)));
		case Concatenation op -> attempt(isAlongChannels(op, inputs, output),
				() -> new OneDnnConcatenationOp(inputs, output));
		case Elementwise op -> attempt(op.function() == Elementwise.Function.ADD && haveOneShape(inputs, output),
				() -> new OneDnnSumOp(inputs, output));
		default -> Optional.empty();
		};
	}

	/** @param kernels {@code [kH, kW, in / groups, out]} */
	static Optional<Op> convolution(Value input, Value output, Geometry g, float[] kernels, float[] bias, int groups,
			Optional<Rectifier> rectifier) {
		return attempt(true, () -> new OneDnnConvolutionOp(input, output, g, kernels, bias, groups, rectifier,
				KernelChoices::choose));
	}

	/** @param weights {@code [in, out]} */
	static Optional<Op> dense(Value input, Value output, int in, int out, float[] weights, float[] bias,
			Optional<Rectifier> rectifier) {
		return attempt(true, () -> new OneDnnDenseOp(input, output, in, out, weights, bias, rectifier));
	}

	private static Optional<Op> attempt(boolean possible, Supplier<Op> op) {
		if (!possible || !OneDnn.isAvailable()) {
			return Optional.empty();
		}
		try {
			return Optional.of(op.get());
		} catch (UnsupportedOperationException e) {
			return Optional.empty();
		}
	}

	private static boolean isAlongChannels(Concatenation op, List<Value> inputs, Value output) {
		int rank = output.shape().rank();
		return output.shape().storedAxis(op.axis()) == rank - 1 && rank <= 3
				&& inputs.stream().allMatch(input -> input.shape().rank() == rank);
	}

	private static boolean haveOneShape(List<Value> inputs, Value output) {
		return inputs.stream()
				.allMatch(input -> Arrays.equals(input.shape().stored(), output.shape().stored()));
	}
}
