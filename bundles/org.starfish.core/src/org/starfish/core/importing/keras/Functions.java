// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.importing.keras.LayerConfig.Argument;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.Arithmetic;
import org.starfish.core.network.operation.Elementwise;
import org.starfish.core.network.operation.Operation;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * Maps functions that a model applies to layers directly, as in {@code x + 3}: TensorFlow's {@code TFOpLambda} and the
 * operations of Keras 3.
 */
final class Functions {
	private Functions() {
	}

	static void map(LayerCall call) throws StarfishException {
		String name = name(call);
		Optional<Elementwise.Function> elementwise = elementwise(name);
		if (elementwise.isPresent()) {
			combine(call, elementwise.get());
			return;
		}
		Optional<Operation> simple = simple(name);
		if (simple.isPresent()) {
			call.last(simple.get(), call.input());
			return;
		}
		switch (name) {
		case "relu", "relu6", "sigmoid", "tanh", "silu", "swish", "elu", "selu", "softplus", "softsign", "hardsigmoid",
				"hardswish", "hardsilu", "mish" -> {
			checkPlain(call);
			call.chain(Activations.of(new JsonPrimitive(activation(name)), call.shape(call.input()), call),
					call.input());
		}
		default -> throw call.refusal(
				"applies the function '%s', which is not supported; replace it by a layer, or convert the model to ONNX, and save it again"
						.formatted(name));
		}
	}

	/** The function's name without module, underscores and capitals. */
	private static String name(LayerCall call) throws StarfishException {
		String full = call.layer().className();
		if (full.equals("TFOpLambda")) {
			full = call.fields().text("function", "");
		}
		return full.substring(full.lastIndexOf('.') + 1).replace("_", "").toLowerCase(Locale.ROOT);
	}

	private static String activation(String name) {
		return name.startsWith("hard") ? "hard_" + name.substring(4) : name;
	}

	private static Optional<Elementwise.Function> elementwise(String name) {
		return Optional.ofNullable(switch (name) {
		case "add", "addv2" -> Elementwise.Function.ADD;
		case "sub", "subtract" -> Elementwise.Function.SUBTRACT;
		case "mul", "multiply" -> Elementwise.Function.MULTIPLY;
		case "truediv", "truedivide", "divide", "realdiv" -> Elementwise.Function.DIVIDE;
		case "maximum" -> Elementwise.Function.MAXIMUM;
		case "minimum" -> Elementwise.Function.MINIMUM;
		case "pow", "power" -> Elementwise.Function.POWER;
		default -> null;
		});
	}

	private static Optional<Operation> simple(String name) {
		return Optional.ofNullable(switch (name) {
		case "exp" -> Activation.Function.EXP;
		case "log" -> Activation.Function.LOG;
		case "sqrt" -> Activation.Function.SQRT;
		case "square" -> Activation.Function.SQUARE;
		case "abs", "absolute" -> Activation.Function.ABSOLUTE;
		case "neg", "negative" -> Activation.Function.NEGATIVE;
		case "reciprocal" -> Activation.Function.RECIPROCAL;
		case "erf" -> Activation.Function.ERF;
		default -> null;
		}).map(Activation::new);
	}

	private static void checkPlain(LayerCall call) throws StarfishException {
		if (call.fields().number(1, "alpha") != 1) {
			throw call.refusal("applies a function with 'alpha', which is not supported; replace it by a layer");
		}
		for (var field : call.call().named().entrySet()) {
			if (!field.getKey().equals("name") && !field.getValue().isJsonNull()) {
				throw call.refusal("applies a function with '%s', which is not supported; replace it by a layer"
						.formatted(field.getKey()));
			}
		}
	}

	private static void combine(LayerCall call, Elementwise.Function function) throws StarfishException {
		if (call.inputs().size() == 2) {
			Merges.combine(call, function);
			return;
		}
		List<Argument> arguments = call.call().arguments();
		boolean constantFirst = !arguments.isEmpty() && arguments.get(0).constant().isPresent();
		Optional<JsonElement> constant = arguments.stream().map(Argument::constant).flatMap(Optional::stream)
				.findFirst();
		if (constant.isEmpty()) {
			var named = new Fields(call.call().named(), call.owner());
			constantFirst = named.has("x", "x1");
			constant = named.element("y", "x2", "x", "x1");
		}
		float[] values = call.fields().numbers(plain(constant.orElseThrow(() -> call.fields().missing("y"))), "y");
		Shape shape = call.shape(call.input());
		int[] dims = new int[shape.rank()];
		Arrays.fill(dims, 1);
		if (values.length != 1) {
			// Constants stretch from the last axis.
			dims[dims.length - 1] = values.length;
			if (values.length != shape.dim(dims.length - 1)) {
				throw call.refusal("combines a layer with %d constants, which is not supported".formatted(values.length));
			}
		}
		call.last(new Arithmetic(function, Weights.of(dims, values), constantFirst), call.input());
	}

	/** A constant, which Keras 3 may have wrapped. */
	private static JsonElement plain(JsonElement constant) {
		if (constant instanceof JsonObject object && object.get("config") instanceof JsonObject config
				&& config.has("value")) {
			return config.get("value");
		}
		return constant;
	}
}
