// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.nio.file.Path;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Shape;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** What a model takes, and whether it has channels first or last. */
final class InputShape {
	/** What is chosen where the model takes pictures of any size. */
	private static final int OPEN = 224;
	private static final String[] SHAPES = { "batch_shape", "batch_input_shape", "build_input_shape" };

	private final Path file;
	private final ChannelOrder order;

	InputShape(Path file, ModelConfig model) throws StarfishException {
		this.file = file;
		this.order = order(model, file).orElse(ChannelOrder.LAST);
	}

	/** The channel order of the model: that of its first layer that has one. */
	ChannelOrder order() {
		return order;
	}

	static boolean isInput(LayerConfig layer) {
		return layer.className().equals("InputLayer");
	}

	/** The shape that an input layer states. */
	Shape of(LayerConfig layer) throws StarfishException {
		Optional<JsonElement> shape = stated(layer);
		return shape(shape.orElseThrow(() -> unbuilt()));
	}

	/** The shape that a sequential model takes, as its first layer states it. */
	Shape of(ModelConfig model) throws StarfishException {
		return shape(find(model).orElseThrow(() -> unbuilt()));
	}

	private static Optional<JsonElement> find(ModelConfig model) {
		Optional<JsonElement> own = model.own().element(SHAPES);
		for (LayerConfig layer : model.layers()) {
			Optional<JsonElement> shape = layer.model().isPresent() ? find(layer.model().get()) : stated(layer);
			if (shape.isPresent() || !isInput(layer)) {
				return shape.or(() -> own);
			}
		}
		return own;
	}

	private static Optional<JsonElement> stated(LayerConfig layer) {
		var fields = new Fields(layer.config(), "");
		Optional<JsonElement> shape = fields.element(SHAPES);
		if (shape.isEmpty()) {
			shape = fields.element("input_shape", "shape").filter(JsonElement::isJsonArray).map(InputShape::withBatch);
		}
		if (shape.isEmpty()) {
			shape = fields.element("input_dim").map(dim -> {
				var only = new JsonArray();
				only.add(dim);
				return withBatch(only);
			});
		}
		return shape;
	}

	private static JsonElement withBatch(JsonElement shape) {
		var full = new JsonArray();
		full.add((Number) null);
		full.addAll(shape.getAsJsonArray());
		return full;
	}

	private Shape shape(JsonElement element) throws StarfishException {
		if (!element.isJsonArray()) {
			throw unbuilt();
		}
		JsonArray array = element.getAsJsonArray();
		int rank = array.size() - 1;
		if (rank < 1 || rank > 3) {
			throw new StarfishException(
					"%s takes inputs with %d axes; only pictures, sequences and vectors can be opened, with 3, 2 and 1."
							.formatted(file.getFileName(), rank));
		}
		int channelAxis = order == ChannelOrder.FIRST ? 0 : rank - 1;
		var fields = new Fields(new JsonObject(), "The input of " + file.getFileName());
		int[] dims = new int[rank];
		for (int axis = 0; axis < rank; axis++) {
			JsonElement dim = array.get(axis + 1);
			if (!dim.isJsonNull()) {
				dims[axis] = fields.integers(dim, "shape")[0];
			} else if (axis == channelAxis || rank == 1) {
				throw new StarfishException(
						"%s leaves open how many channels it takes; save it with a fixed number of them."
								.formatted(file.getFileName()));
			} else {
				dims[axis] = OPEN;
			}
			if (dims[axis] < 1) {
				throw fields.wrong("shape", "a list of positive numbers");
			}
		}
		Shape shape = Shape.of(order, dims);
		if (shape.size() > Integer.MAX_VALUE) {
			throw fields.wrong("shape", "a size that memory holds");
		}
		return shape;
	}

	private static Optional<ChannelOrder> order(ModelConfig model, Path file) throws StarfishException {
		for (LayerConfig layer : model.layers()) {
			Optional<ChannelOrder> order = layer.model().isPresent() ? order(layer.model().get(), file)
					: LayerCall.order(new Fields(layer.config(),
							"Layer '%s' (%s) of %s".formatted(layer.name(), layer.className(), file.getFileName())));
			if (order.isPresent()) {
				return order;
			}
		}
		return Optional.empty();
	}

	private StarfishException unbuilt() {
		return new StarfishException(
				"%s does not say what input it takes; build the model, as by calling it once, and save it again."
						.formatted(file.getFileName()));
	}
}
