// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.util.List;
import java.util.Optional;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * A layer as the configuration describes it.
 *
 * @param module where Keras 3 has the class from; empty if the file does not say
 * @param config the layer's own fields
 * @param calls where it is used, in order; in a sequential model once, with what comes before it
 * @param model the layers of a model that is used as a layer
 */
record LayerConfig(String name, String className, String module, JsonObject config, List<Call> calls,
		Optional<ModelConfig> model) {

	/**
	 * What a layer answers.
	 *
	 * @param layer its name
	 * @param call which of its calls
	 * @param index which of the answers of that call
	 */
	record Tensor(String layer, int call, int index) {
	}

	/**
	 * One use of a layer.
	 *
	 * @param inputs what it reads
	 * @param arguments what it is called with, tensors and constants, in order; for layers that are functions
	 * @param named what it is called with by name
	 */
	record Call(List<Tensor> inputs, List<Argument> arguments, JsonObject named) {
	}

	/**
	 * An argument of a function.
	 *
	 * @param constant empty if it is the next of the inputs
	 */
	record Argument(Optional<JsonElement> constant) {
	}
}
