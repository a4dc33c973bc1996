// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.starfish.core.StarfishException;
import org.starfish.core.importing.keras.LayerConfig.Call;
import org.starfish.core.importing.keras.TrainedArrays.Role;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Operation;
import org.starfish.core.network.operation.Transpose;

import com.google.gson.JsonElement;

/**
 * One use of a layer, while it is mapped: what its mapper reads, and where it puts what it makes. Where one Keras layer
 * becomes several, the last one keeps its name and those before are parts of it: {@code conv1/linear} is what
 * {@code conv1} is before its activation.
 */
final class LayerCall {
	/** Finds the trained arrays of the layer. */
	interface ArraySource {
		TrainedArrays find() throws StarfishException;
	}

	private final Path file;
	private final LayerConfig layer;
	private final String name;
	private final List<String> inputs;
	private final Call call;
	private final Generation generation;
	private final Network.Builder builder;
	private final ArraySource arrays;
	private final ChannelOrder modelOrder;
	private final Fields fields;

	LayerCall(Path file, LayerConfig layer, String name, List<String> inputs, Call call, Generation generation,
			Network.Builder builder, ArraySource arrays, ChannelOrder modelOrder) {
		this.file = file;
		this.layer = layer;
		this.name = name;
		this.inputs = inputs;
		this.call = call;
		this.generation = generation;
		this.builder = builder;
		this.arrays = arrays;
		this.modelOrder = modelOrder;
		this.fields = new Fields(layer.config(), owner());
	}

	/** The channel order that a layer's configuration states. */
	static Optional<ChannelOrder> order(Fields fields) throws StarfishException {
		return switch (fields.text("data_format", fields.text("dim_ordering", ""))) {
		case "channels_first", "th" -> Optional.of(ChannelOrder.FIRST);
		case "channels_last", "tf" -> Optional.of(ChannelOrder.LAST);
		default -> Optional.empty();
		};
	}

	LayerConfig layer() {
		return layer;
	}

	Fields fields() {
		return fields;
	}

	Call call() {
		return call;
	}

	Generation generation() {
		return generation;
	}

	/** The channel order of the model. */
	ChannelOrder modelOrder() {
		return modelOrder;
	}

	/** The layers that this one reads. */
	List<String> inputs() {
		return inputs;
	}

	/** The only layer that this one reads. */
	String input() throws StarfishException {
		if (inputs.size() != 1) {
			throw refusal("takes one input, not %d; the file may be damaged, get a fresh copy of it"
					.formatted(inputs.size()));
		}
		return inputs.get(0);
	}

	/** The only layer that this one reads, with its channels where this layer's configuration says they are. */
	String spatialInput() throws StarfishException {
		Optional<ChannelOrder> order = order(fields);
		return order.isPresent() ? ordered(input(), order.get()) : input();
	}

	/**
	 * A layer's answer, read with its channels first or last. Nothing is reordered in the file's sense; what was the
	 * first axis remains the first.
	 */
	String ordered(String input, ChannelOrder order) throws StarfishException {
		Shape shape = shape(input);
		if (shape.rank() < 2 || shape.order() == order) {
			return input;
		}
		return part("order", new Transpose(IntStream.range(0, shape.rank()).toArray(), order), input);
	}

	/** The shape of a layer that was added. */
	Shape shape(String added) {
		return builder.find(added).orElseThrow().shape();
	}

	/**
	 * The trained arrays in these roles.
	 *
	 * @throws StarfishException if the file does not have them
	 */
	Map<Role, Weights> arrays(List<Role> roles) throws StarfishException {
		TrainedArrays found = arrays.find();
		return found.in(roles).orElseThrow(() -> refusal(
				"has no weights '%s' in the file; save the whole model with model.save(...)".formatted(missing(roles))));
	}

	/** Whether the file has trained arrays for this layer. */
	boolean trained() throws StarfishException {
		return !arrays.find().isEmpty();
	}

	/**
	 * Checks the shape of trained arrays.
	 *
	 * @param dims what is expected; -1 is anything
	 */
	Weights expect(Weights weights, int... dims) throws StarfishException {
		boolean fits = weights.rank() == dims.length;
		for (int axis = 0; fits && axis < dims.length; axis++) {
			fits = dims[axis] == -1 || dims[axis] == weights.dim(axis);
		}
		if (!fits) {
			throw refusal("has weights of shape %s that do not fit its configuration; the file may be damaged, get a fresh copy of it"
					.formatted(Arrays.toString(weights.shape())));
		}
		return weights;
	}

	/**
	 * Adds a part of this layer.
	 *
	 * @return the name it got
	 */
	String part(String part, Operation operation, String... from) throws StarfishException {
		String full = name + "/" + part;
		for (int i = 2; builder.contains(full); i++) {
			full = name + "/" + part + i;
		}
		builder.add(full, operation, from);
		return full;
	}

	/** Adds the last part of this layer, which has its name. */
	void last(Operation operation, String... from) throws StarfishException {
		builder.add(name, operation, from);
	}

	/** Adds operations one after the other; the last one gets the name. */
	void chain(List<Operation> operations, String from) throws StarfishException {
		String previous = from;
		for (int i = 0; i < operations.size() - 1; i++) {
			previous = part("part" + (i + 1), operations.get(i), previous);
		}
		last(operations.get(operations.size() - 1), previous);
	}

	/** Adds an operation, and behind it the activation that the configuration names, if it does anything. */
	void activated(Operation operation, String from) throws StarfishException {
		Optional<JsonElement> activation = fields.element("activation");
		if (activation.isEmpty() || Activations.isLinear(activation.get())) {
			last(operation, from);
		} else {
			String linear = part("linear", operation, from);
			chain(Activations.of(activation.get(), shape(linear), this), linear);
		}
	}

	/**
	 * This layer cannot be opened.
	 *
	 * @param why goes on from the layer's name: {@code is a Lambda layer ...}
	 */
	StarfishException refusal(String why) {
		return new StarfishException("%s %s.".formatted(owner(), why));
	}

	/** Whose settings they are, as a sentence's subject. */
	String owner() {
		return "Layer '%s' (%s) of %s".formatted(name, layer.className(), file.getFileName());
	}

	private static String missing(List<Role> roles) {
		return roles.stream().map(Role::toString).reduce((a, b) -> a + "', '" + b).orElse("");
	}
}
