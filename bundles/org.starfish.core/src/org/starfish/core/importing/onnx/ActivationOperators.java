// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.Activation.Function;
import org.starfish.core.network.operation.Identity;
import org.starfish.core.network.operation.ParametricRelu;
import org.starfish.core.network.operation.Reshape;
import org.starfish.core.network.operation.Softmax;

/** Functions of one variable, and the softmax. */
final class ActivationOperators {
	private ActivationOperators() {
	}

	static void register(Map<String, OperatorMapper> mappers) {
		plain(mappers, "Relu", Function.RELU);
		plain(mappers, "Sigmoid", Function.SIGMOID);
		plain(mappers, "Tanh", Function.TANH);
		plain(mappers, "Softplus", Function.SOFTPLUS);
		plain(mappers, "Softsign", Function.SOFTSIGN);
		plain(mappers, "Mish", Function.MISH);
		plain(mappers, "Exp", Function.EXP);
		plain(mappers, "Log", Function.LOG);
		plain(mappers, "Sqrt", Function.SQRT);
		plain(mappers, "Abs", Function.ABSOLUTE);
		plain(mappers, "Neg", Function.NEGATIVE);
		plain(mappers, "Reciprocal", Function.RECIPROCAL);
		plain(mappers, "Erf", Function.ERF);
		mappers.put("LeakyRelu",
				(node, mapping) -> apply(node, mapping, Function.LEAKY_RELU, node.decimal("alpha", 0.01f), 0));
		mappers.put("ThresholdedRelu",
				(node, mapping) -> apply(node, mapping, Function.THRESHOLDED_RELU, node.decimal("alpha", 1), 0));
		mappers.put("Elu", (node, mapping) -> apply(node, mapping, Function.ELU, node.decimal("alpha", 1), 0));
		mappers.put("Celu", (node, mapping) -> apply(node, mapping, Function.CELU, node.decimal("alpha", 1), 0));
		mappers.put("Selu", (node, mapping) -> apply(node, mapping, Function.SELU,
				node.decimal("alpha", 1.67326319217681885f), node.decimal("gamma", 1.05070102214813232f)));
		mappers.put("HardSigmoid", (node, mapping) -> apply(node, mapping, Function.HARD_SIGMOID,
				node.decimal("alpha", 0.2f), node.decimal("beta", 0.5f)));
		mappers.put("HardSwish", (node, mapping) -> apply(node, mapping, Function.HARD_SWISH, 1 / 6f, 0.5f));
		mappers.put("Gelu", (node, mapping) -> apply(node, mapping,
				node.text("approximate", "none").equals("tanh") ? Function.GELU_TANH : Function.GELU, 0, 0));
		mappers.put("Clip", ActivationOperators::clip);
		mappers.put("PRelu", ActivationOperators::parametric);
		mappers.put("Softmax", (node, mapping) -> softmax(node, mapping, false));
		mappers.put("LogSoftmax", (node, mapping) -> softmax(node, mapping, true));
		mappers.put("Identity",
				(node, mapping) -> mapping.emit(node, new Identity("Identity"), mapping.layer(node, 0)));
		mappers.put("Dropout", (node, mapping) -> mapping.emit(node, new Identity("Dropout"), mapping.layer(node, 0)));
		mappers.put("Cast", ActivationOperators::cast);
		mappers.put("CastLike", (node, mapping) -> mapping.emit(node, new Identity("Cast"), mapping.layer(node, 0)));
	}

	private static void plain(Map<String, OperatorMapper> mappers, String type, Function function) {
		mappers.put(type, (node, mapping) -> apply(node, mapping, function, 0, 0));
	}

	private static void apply(OnnxNode node, Mapping mapping, Function function, float alpha, float beta)
			throws StarfishException {
		mapping.emit(node, new Activation(function, alpha, beta), mapping.layer(node, 0));
	}

	private static void clip(OnnxNode node, Mapping mapping) throws StarfishException {
		float low = bound(node, mapping, "min", 1, -Float.MAX_VALUE);
		float high = bound(node, mapping, "max", 2, Float.MAX_VALUE);
		if (low == 0 && high == Float.MAX_VALUE) {
			apply(node, mapping, Function.RELU, 0, 0);
		} else {
			apply(node, mapping, Function.CLIP, low, high);
		}
	}

	/** A limit of a clip: an attribute before opset 11, an input since. */
	private static float bound(OnnxNode node, Mapping mapping, String attribute, int index, float otherwise)
			throws StarfishException {
		if (mapping.opset() < 11) {
			return node.decimal(attribute, otherwise);
		}
		Optional<Constant> bound = mapping.optional(node, index);
		if (bound.isPresent() && bound.get().count() != 1) {
			throw node.error("has %d values as its limit, so the file is damaged".formatted(bound.get().count()));
		}
		return bound.map(constant -> constant.reals()[0]).orElse(otherwise);
	}

	private static void parametric(OnnxNode node, Mapping mapping) throws StarfishException {
		LayerValue input = mapping.layer(node, 0);
		Constant slope = mapping.constant(node, 1);
		Shape shape = input.shape();
		if (slope.rank() == 1 && slope.dims()[0] == shape.channels() && shape.rank() > 1
				&& slope.dims()[0] != shape.dim(shape.rank() - 1)) {
			// Some exporters forget the axes that would line the slopes up with the channels.
			int[] dims = new int[shape.rank()];
			Arrays.fill(dims, 1);
			dims[shape.channelAxis()] = slope.dims()[0];
			slope = slope.reshaped(dims);
		}
		Weights aligned = mapping.aligned(node, slope, input);
		mapping.emit(node, new ParametricRelu(aligned), input);
	}

	private static void cast(OnnxNode node, Mapping mapping) throws StarfishException {
		int type = node.integer("to", 0);
		if (!TensorReader.isReal(type)) {
			throw node.error(("turns what depends on the picture into %s, which have no gradient; "
					+ "export the model without that").formatted(TensorReader.typeName(type)));
		}
		mapping.emit(node, new Identity("Cast"), mapping.layer(node, 0));
	}

	/** Since opset 13 along one axis; before, along all axes from the given one on, taken together. */
	private static void softmax(OnnxNode node, Mapping mapping, boolean logarithm) throws StarfishException {
		LayerValue input = mapping.layer(node, 0);
		Shape shape = input.shape();
		if (mapping.opset() >= 13) {
			int axis = mapping.innerAxis(node, node.integer("axis", -1), input);
			mapping.emit(node, new Softmax(axis, logarithm), input);
			return;
		}
		int first = mapping.innerAxis(node, node.integer("axis", 1), input);
		int[] wide = IntStream.range(first, shape.rank()).filter(axis -> shape.dim(axis) > 1).toArray();
		if (wide.length < 2) {
			mapping.emit(node, new Softmax(wide.length == 0 ? first : wide[0], logarithm), input);
			return;
		}
		int[] flat = Arrays.copyOf(shape.dims(), first + 1);
		flat[first] = -1;
		LayerValue joined = mapping.part(node, "flat", new Reshape("Flatten", flat, shape.order()), input);
		LayerValue result = mapping.part(node, "flat/softmax", new Softmax(first, logarithm), joined);
		mapping.emit(node, new Reshape("Reshape", shape.dims(), shape.order()), result);
	}
}
