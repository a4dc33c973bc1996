// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.starfish.core.StarfishException;
import org.starfish.core.network.operation.Identity;

/** Knows which class of Keras layer is mapped how, under all names it has had. */
final class LayerMappers {
	private static final Set<String> RECURRENT = Set.of("LSTM", "GRU", "SimpleRNN", "RNN", "Bidirectional",
			"ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D", "CuDNNLSTM", "CuDNNGRU", "StackedRNNCells");

	private final Map<String, LayerMapper> mappers = new HashMap<>();

	LayerMappers() {
		for (String name : List.of("Dropout", "SpatialDropout1D", "SpatialDropout2D", "GaussianNoise",
				"GaussianDropout", "AlphaDropout", "ActivityRegularization", "RandomFlip", "RandomRotation",
				"RandomZoom", "RandomTranslation", "RandomContrast", "RandomBrightness", "RandomHeight",
				"RandomWidth", "Identity")) {
			mappers.put(name, call -> call.last(new Identity(call.layer().className()), call.input()));
		}
		Convolutions.register(mappers);
		Poolings.register(mappers);
		Normalizations.register(mappers);
		Activations.register(mappers);
		Merges.register(mappers);
		Reshapes.register(mappers);
	}

	/** Maps one use of a layer. */
	void map(LayerCall call) throws StarfishException {
		LayerConfig layer = call.layer();
		if (TensorParser.isOperation(layer.className(), layer.module())) {
			Functions.map(call);
			return;
		}
		boolean foreign = layer.module().contains(">") || layer.className().contains(">")
				|| !layer.module().isEmpty() && !layer.module().startsWith("keras");
		LayerMapper mapper = foreign ? null : mappers.get(layer.className());
		if (mapper == null) {
			throw refusal(call, layer.className(), foreign);
		}
		checkPrecision(call);
		mapper.map(call);
	}

	private static StarfishException refusal(LayerCall call, String className, boolean foreign) {
		if (className.equals("Lambda")) {
			return call.refusal(
					"runs Python code out of the file, which Starfish never does; replace it by built-in layers and save the model again");
		}
		if (foreign) {
			return call.refusal(
					"is of a class of its own whose code is not in the file; replace it by built-in layers and save the model again");
		}
		if (RECURRENT.contains(className)) {
			return call.refusal("is recurrent, and only feed-forward networks can be opened");
		}
		return call.refusal(
				"is of a class that is not supported; replace it by supported layers, or convert the model to ONNX, and save it again");
	}

	private static void checkPrecision(LayerCall call) throws StarfishException {
		var dtype = call.fields().element("dtype");
		if (call.fields().has("quantization_config") || dtype.isPresent() && dtype.get().toString().contains("int8")
				|| dtype.isPresent() && dtype.get().toString().contains("float8")) {
			throw call.refusal("is quantized, which is not supported; save the model as it was before quantization");
		}
	}
}
