// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.starfish.core.StarfishException;
import org.starfish.core.importing.keras.TrainedArrays.Role;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.Activation.Function;
import org.starfish.core.network.operation.Identity;
import org.starfish.core.network.operation.Operation;
import org.starfish.core.network.operation.ParametricRelu;
import org.starfish.core.network.operation.Softmax;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Maps activations: layers of their own, and those that other layers name. */
final class Activations {
	private static final float SELU_ALPHA = 1.6732632423543772f;
	private static final float SELU_SCALE = 1.0507009873554805f;

	private Activations() {
	}

	static void register(Map<String, LayerMapper> mappers) {
		mappers.put("Activation", call -> {
			JsonElement activation = call.fields().element("activation")
					.orElseThrow(() -> call.fields().missing("activation"));
			call.chain(of(activation, call.shape(call.input()), call), call.input());
		});
		for (String name : List.of("ReLU", "LeakyReLU", "ELU", "ThresholdedReLU", "Softmax")) {
			mappers.put(name, call -> call.chain(
					layer(call.layer().className(), call.fields(), call.shape(call.input()), call), call.input()));
		}
		mappers.put("PReLU", Activations::parametric);
	}

	/** Whether an activation changes nothing. */
	static boolean isLinear(JsonElement activation) {
		return activation.isJsonPrimitive() && activation.getAsString().equals("linear");
	}

	/**
	 * The operations of an activation.
	 *
	 * @param activation a name, or a layer or function written out as an object
	 * @param shape what it is applied to
	 * @return at least one
	 */
	static List<Operation> of(JsonElement activation, Shape shape, LayerCall call) throws StarfishException {
		if (activation.isJsonPrimitive() && activation.getAsJsonPrimitive().isString()) {
			return named(activation.getAsString(), shape, call);
		}
		if (activation.isJsonObject()) {
			JsonObject object = activation.getAsJsonObject();
			var fields = new Fields(object, call.owner());
			JsonElement config = fields.element("config").orElseGet(JsonObject::new);
			if (config.isJsonPrimitive() && config.getAsJsonPrimitive().isString()) {
				return named(config.getAsString(), shape, call);
			}
			if (config.isJsonObject()) {
				var own = new Fields(config.getAsJsonObject(), call.owner());
				String className = fields.text("class_name", "");
				return className.equals("Activation") && own.has("activation")
						? of(own.element("activation").orElseThrow(), shape, call)
						: layer(className, own, shape, call);
			}
		}
		throw call.fields().wrong("activation", "an activation");
	}

	private static List<Operation> named(String name, Shape shape, LayerCall call) throws StarfishException {
		boolean third = call.generation().major() == 3;
		// Keras 3 bends at -3 and 3 instead of -2.5 and 2.5.
		float slope = third ? 1 / 6f : 0.2f;
		return switch (name) {
		case "linear" -> List.of(new Identity("Linear"));
		case "relu" -> List.of(new Activation(Function.RELU));
		case "relu6" -> List.of(new Activation(Function.CLIP, 0, 6));
		case "leaky_relu" -> List.of(new Activation(Function.LEAKY_RELU, 0.2f, 0));
		case "elu" -> List.of(new Activation(Function.ELU, 1, 0));
		case "selu" -> List.of(new Activation(Function.SELU, SELU_ALPHA, SELU_SCALE));
		case "celu" -> List.of(new Activation(Function.CELU, 1, 0));
		case "gelu" -> List.of(new Activation(Function.GELU));
		case "silu", "swish" -> List.of(new Activation(Function.SWISH, 1, 0));
		case "mish" -> List.of(new Activation(Function.MISH));
		case "hard_sigmoid" -> List.of(new Activation(Function.HARD_SIGMOID, slope, 0.5f));
		case "hard_silu", "hard_swish" -> List.of(new Activation(Function.HARD_SWISH, 1 / 6f, 0.5f));
		case "hard_tanh" -> List.of(new Activation(Function.CLIP, -1, 1));
		case "sigmoid" -> List.of(new Activation(Function.SIGMOID));
		case "log_sigmoid" -> List.of(new Activation(Function.NEGATIVE), new Activation(Function.SOFTPLUS),
				new Activation(Function.NEGATIVE));
		case "tanh" -> List.of(new Activation(Function.TANH));
		case "softplus" -> List.of(new Activation(Function.SOFTPLUS));
		case "softsign", "soft_sign" -> List.of(new Activation(Function.SOFTSIGN));
		case "exponential" -> List.of(new Activation(Function.EXP));
		case "softmax" -> List.of(new Softmax(shape.rank() - 1, false));
		case "log_softmax" -> List.of(new Softmax(shape.rank() - 1, true));
		default -> throw call.refusal(
				"uses the activation '%s', which is not supported; replace it by a built-in one and save the model again"
						.formatted(name));
		};
	}

	private static List<Operation> layer(String className, Fields fields, Shape shape, LayerCall call)
			throws StarfishException {
		return switch (className) {
		case "ReLU" -> relu(fields, call);
		case "LeakyReLU" -> List.of(new Activation(Function.LEAKY_RELU,
				(float) fields.number(0.3, "negative_slope", "alpha"), 0));
		case "ELU" -> List.of(new Activation(Function.ELU, (float) fields.number(1, "alpha"), 0));
		case "ThresholdedReLU" -> List.of(new Activation(Function.THRESHOLDED_RELU,
				(float) fields.number(1, "theta"), 0));
		case "Softmax" -> List.of(new Softmax(softmaxAxis(fields, shape, call), false));
		default -> throw call.refusal(
				"uses the activation '%s', which is not supported; replace it by a built-in one and save the model again"
						.formatted(className));
		};
	}

	private static int softmaxAxis(Fields fields, Shape shape, LayerCall call) throws StarfishException {
		var axis = fields.element("axis");
		int[] axes = axis.isEmpty() ? new int[] { -1 } : fields.integers(axis.get(), "axis");
		if (axes.length != 1) {
			throw call.refusal("takes the softmax over several axes, which is not supported; reshape before it");
		}
		return Axes.of(axes[0], shape, call);
	}

	private static List<Operation> relu(Fields fields, LayerCall call) throws StarfishException {
		float slope = (float) fields.number(0, "negative_slope");
		float threshold = (float) fields.number(0, "threshold");
		boolean limited = fields.has("max_value");
		float limit = limited ? (float) fields.number("max_value") : 0;
		List<Operation> operations = new ArrayList<>();
		if (slope != 0 && threshold != 0) {
			throw call.refusal(
					"has both a slope and a threshold, which is not supported; split it into two layers and save the model again");
		}
		if (slope != 0) {
			operations.add(new Activation(Function.LEAKY_RELU, slope, 0));
		} else if (threshold != 0) {
			operations.add(new Activation(Function.THRESHOLDED_RELU, threshold, 0));
		}
		if (limited) {
			operations.add(new Activation(Function.CLIP, operations.isEmpty() ? 0 : -Float.MAX_VALUE, limit));
		}
		return operations.isEmpty() ? List.of(new Activation(Function.RELU)) : operations;
	}

	private static void parametric(LayerCall call) throws StarfishException {
		Weights slope = call.arrays(List.of(Role.SLOPE)).get(Role.SLOPE);
		call.last(new ParametricRelu(slope), call.input());
	}
}
