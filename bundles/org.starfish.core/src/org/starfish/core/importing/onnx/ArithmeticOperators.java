// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.Arithmetic;
import org.starfish.core.network.operation.Elementwise;
import org.starfish.core.network.operation.Elementwise.Function;
import org.starfish.core.network.operation.Identity;

/** Element by element arithmetic, between layers and with constants. */
final class ArithmeticOperators {
	private ArithmeticOperators() {
	}

	static void register(Map<String, OperatorMapper> mappers) {
		mappers.put("Add", (node, mapping) -> combine(node, mapping, Function.ADD));
		mappers.put("Sub", (node, mapping) -> combine(node, mapping, Function.SUBTRACT));
		mappers.put("Mul", (node, mapping) -> combine(node, mapping, Function.MULTIPLY));
		mappers.put("Div", (node, mapping) -> combine(node, mapping, Function.DIVIDE));
		mappers.put("Max", (node, mapping) -> combine(node, mapping, Function.MAXIMUM));
		mappers.put("Min", (node, mapping) -> combine(node, mapping, Function.MINIMUM));
		mappers.put("Sum", (node, mapping) -> combine(node, mapping, Function.ADD));
		mappers.put("Mean", (node, mapping) -> combine(node, mapping, Function.AVERAGE));
		mappers.put("Pow", ArithmeticOperators::power);
	}

	private static void combine(OnnxNode node, Mapping mapping, Function function) throws StarfishException {
		List<LayerValue> layers = new ArrayList<>();
		List<Constant> constants = new ArrayList<>();
		for (int i = 0; i < node.inputs().size(); i++) {
			switch (mapping.value(node, i)) {
			case LayerValue layer -> layers.add(layer);
			case Constant constant -> constants.add(constant);
			}
		}
		if (constants.isEmpty()) {
			mapping.emit(node, layers.size() == 1 ? new Identity("Identity") : new Elementwise(function),
					sameOrder(node, mapping, layers));
		} else if (layers.size() == 1 && constants.size() == 1 && function != Function.AVERAGE) {
			boolean constantFirst = mapping.value(node, 0) instanceof Constant;
			mapping.emit(node,
					new Arithmetic(function, mapping.aligned(node, constants.get(0), layers.get(0)), constantFirst),
					layers.get(0));
		} else {
			throw node.error("combines several layers with constants at once, which Starfish cannot; "
					+ "export the model with operators of two inputs");
		}
	}

	/** Layers with the same number of axes and the same channel axis, that of the largest. */
	private static LayerValue[] sameOrder(OnnxNode node, Mapping mapping, List<LayerValue> layers)
			throws StarfishException {
		LayerValue largest = layers.get(0);
		for (LayerValue layer : layers) {
			if (layer.rank() != largest.rank()) {
				throw node.error("combines %s and %s values for each image, which do not line up"
						.formatted(largest.shape(), layer.shape()));
			}
			if (layer.shape().size() > largest.shape().size()) {
				largest = layer;
			}
		}
		ChannelOrder order = largest.shape().order();
		var result = new LayerValue[layers.size()];
		for (int i = 0; i < result.length; i++) {
			result[i] = mapping.ordered(layers.get(i), order);
		}
		return result;
	}

	private static void power(OnnxNode node, Mapping mapping) throws StarfishException {
		if (mapping.value(node, 0) instanceof LayerValue base && mapping.value(node, 1) instanceof Constant exponent
				&& exponent.count() == 1 && exponent.rank() <= base.rank()) {
			float value = exponent.reals()[0];
			if (value == 2) {
				mapping.emit(node, new Activation(Activation.Function.SQUARE), base);
				return;
			} else if (value == 3) {
				mapping.emit(node, new Activation(Activation.Function.CUBE), base);
				return;
			} else if (value == 0.5f) {
				mapping.emit(node, new Activation(Activation.Function.SQRT), base);
				return;
			} else if (value == -1) {
				mapping.emit(node, new Activation(Activation.Function.RECIPROCAL), base);
				return;
			} else if (value == 1) {
				mapping.emit(node, new Identity("Identity"), base);
				return;
			}
		}
		combine(node, mapping, Function.POWER);
	}
}
