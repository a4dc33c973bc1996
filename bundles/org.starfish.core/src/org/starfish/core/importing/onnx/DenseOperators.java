// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Convolution;
import org.starfish.core.network.operation.Dense;
import org.starfish.core.network.operation.Padding;

/** Products with constant matrices. */
final class DenseOperators {
	private DenseOperators() {
	}

	static void register(Map<String, OperatorMapper> mappers) {
		mappers.put("Gemm", DenseOperators::gemm);
		mappers.put("MatMul", DenseOperators::product);
	}

	private static void gemm(OnnxNode node, Mapping mapping) throws StarfishException {
		LayerValue input = mapping.layer(node, 0);
		if (node.integer("transA", 0) != 0) {
			throw node.error("transposes the batch, which Starfish cannot; export the model without 'transA'");
		}
		if (input.shape().rank() != 1) {
			throw node.error(
					"needs a vector for each image and gets %s, so the file is damaged".formatted(input.shape()));
		}
		Constant matrix = matrix(node, mapping.constant(node, 1));
		if (node.integer("transB", 0) != 0) {
			matrix = matrix.transposed(1, 0);
		}
		check(node, input, matrix.dims()[0]);
		Optional<Constant> bias = mapping.optional(node, 2);
		int outputs = matrix.dims()[1];
		if (bias.isPresent() && bias.get().count() != 1 && bias.get().count() != outputs) {
			throw node.error(
					"has %d biases for %d outputs, so the file is damaged".formatted(bias.get().count(), outputs));
		}
		float beta = node.decimal("beta", 1);
		Optional<Weights> shift = bias.filter(constant -> beta != 0)
				.map(constant -> scaled(spread(constant, outputs), beta).weights());
		mapping.emit(node, new Dense(scaled(matrix, node.decimal("alpha", 1)).weights(), shift), input);
	}

	private static void product(OnnxNode node, Mapping mapping) throws StarfishException {
		Value left = mapping.value(node, 0);
		Value right = mapping.value(node, 1);
		if (left instanceof LayerValue value && right instanceof Constant constant) {
			Constant matrix = matrix(node, constant);
			LayerValue input = mapping.ordered(value, ChannelOrder.LAST);
			check(node, input, matrix.dims()[0]);
			mapping.emit(node, new Dense(matrix.weights(), Optional.empty()), input);
		} else if (left instanceof Constant constant && right instanceof LayerValue value
				&& value.shape().rank() == 2) {
			// W x along the first of two axes is what a convolution with a window of one position does.
			Constant matrix = matrix(node, constant).transposed(1, 0);
			LayerValue input = mapping.ordered(value, ChannelOrder.FIRST);
			Weights kernel = matrix.reshaped(1, matrix.dims()[0], matrix.dims()[1]).weights();
			mapping.emit(node,
					new Convolution(kernel, Optional.empty(), new int[] { 1 }, new int[] { 1 }, Padding.none(1), 1),
					input);
		} else {
			throw node
					.error("multiplies two matrices that both depend on the picture, as attention does, which Starfish "
							+ "cannot; use a convolutional network");
		}
	}

	/** A constant with two axes, or with leading ones that do not count. */
	private static Constant matrix(OnnxNode node, Constant constant) throws StarfishException {
		int[] dims = constant.dims();
		int extra = dims.length - 2;
		if (extra < 0 || Arrays.stream(dims, 0, extra).anyMatch(dim -> dim != 1) || constant.count() == 0) {
			throw node.error("multiplies with constants of shape %s; Starfish multiplies with matrices"
					.formatted(Arrays.toString(dims)));
		}
		return constant.reshaped(dims[extra], dims[extra + 1]);
	}

	private static void check(OnnxNode node, LayerValue input, int rows) throws StarfishException {
		int last = input.shape().dim(input.shape().rank() - 1);
		if (last != rows) {
			throw node.error("has weights for %d inputs and gets %d, so the file is damaged".formatted(rows, last));
		}
	}

	private static Constant spread(Constant bias, int outputs) {
		if (bias.count() == outputs) {
			return bias.reshaped(outputs);
		}
		return Constant.ofReals(new int[] { outputs }, () -> {
			float[] values = new float[outputs];
			Arrays.fill(values, bias.reals()[0]);
			return values;
		});
	}

	private static Constant scaled(Constant constant, float factor) {
		if (factor == 1) {
			return constant;
		}
		return Constant.ofReals(constant.dims(), () -> {
			float[] values = constant.reals().clone();
			for (int i = 0; i < values.length; i++) {
				values[i] *= factor;
			}
			return values;
		});
	}
}
