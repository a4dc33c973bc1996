// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Operation;
import org.starfish.core.network.operation.Transpose;

/** What is known while the nodes of a graph are mapped one after the other: values by name, and the layers so far. */
final class Mapping {
	private static final long MOST_COMPUTED = 1 << 28;

	private final Network.Builder builder;
	private final int opset;
	private final OptionalInt fixedBatch;
	private final Set<String> taken;
	private final Map<String, Value> values = new HashMap<>();
	private long computed;

	/**
	 * @param opset the version of ONNX's operators
	 * @param fixedBatch the number of examples that the file states, empty if open
	 * @param taken names of layers that are still to come; nothing else may answer to them
	 */
	Mapping(Network.Builder builder, int opset, OptionalInt fixedBatch, Set<String> taken) {
		this.builder = builder;
		this.opset = opset;
		this.fixedBatch = fixedBatch;
		this.taken = taken;
	}

	int opset() {
		return opset;
	}

	/** Whether a size along the first axis means all examples. */
	boolean isBatch(long size) {
		return size == Constant.BATCH || size == 1 || isFixedBatch(size);
	}

	/** Whether the file states this number of examples. */
	boolean isFixedBatch(long size) {
		return fixedBatch.isPresent() && fixedBatch.getAsInt() == size;
	}

	/** Whether the file states that there is one example only. */
	boolean isSingle() {
		return isFixedBatch(1);
	}

	/**
	 * Accounts for constants that are computed while the model is opened. A real model needs a few; the sum is bounded.
	 */
	void charge(OnnxNode node, long elements) throws StarfishException {
		computed += elements;
		if (elements > MOST_COMPUTED || computed > MOST_COMPUTED) {
			throw node.error("computes too many constants; simplify the model before exporting it");
		}
	}

	void bind(String output, Value value) {
		values.put(output, value);
	}

	/** What a name stands for, if it is known by now. */
	Optional<Value> find(String name) {
		return Optional.ofNullable(values.get(name));
	}

	/** An input of a node. */
	Value value(OnnxNode node, int index) throws StarfishException {
		if (!node.hasInput(index)) {
			throw node.error("lacks its input %d; the file is damaged or wrongly exported".formatted(index));
		}
		Value value = values.get(node.inputs().get(index));
		if (value == null) {
			throw node.error("reads '%s', which the file does not hold; export the model again with all its weights"
					.formatted(Printable.of(node.inputs().get(index))));
		}
		return value;
	}

	/** An input that a layer must compute. */
	LayerValue layer(OnnxNode node, int index) throws StarfishException {
		if (value(node, index) instanceof LayerValue layer) {
			return layer;
		}
		throw node.error(("expects what a layer computes as its input %d and gets constants; "
				+ "simplify the model before exporting it").formatted(index));
	}

	/** An input that must be known now. */
	Constant constant(OnnxNode node, int index) throws StarfishException {
		if (value(node, index) instanceof Constant constant) {
			return constant;
		}
		throw node.error(("has an input ('%s') that depends on the picture where Starfish needs constants; "
				+ "export the model with fixed weights and sizes").formatted(Printable.of(node.inputs().get(index))));
	}

	/** An input that must be known now, if it is given. */
	Optional<Constant> optional(OnnxNode node, int index) throws StarfishException {
		return node.hasInput(index) ? Optional.of(constant(node, index)) : Optional.empty();
	}

	/** The whole numbers of an input that must be known now, if it is given; none may depend on the batch. */
	Optional<long[]> wholes(OnnxNode node, int index) throws StarfishException {
		return optional(node, index).map(Constant::wholes);
	}

	/** An input that a layer must compute, with the channel axis where ONNX's picture operators have it. */
	LayerValue channelsFirst(OnnxNode node, int index) throws StarfishException {
		return ordered(layer(node, index), ChannelOrder.FIRST);
	}

	/** The same numbers, with another axis being taken for the channels. */
	LayerValue ordered(LayerValue value, ChannelOrder order) throws StarfishException {
		Shape shape = value.shape();
		if (shape.rank() < 2 || shape.order() == order) {
			return value;
		}
		String name = value.layer() + "/order";
		Optional<Layer> known = builder.find(name);
		if (known.isPresent() && known.get().inputs().equals(List.of(value.layer()))
				&& known.get().operation() instanceof Transpose) {
			return LayerValue.of(known.get());
		}
		int[] identity = IntStream.range(0, shape.rank()).toArray();
		return LayerValue.of(builder.add(free(name), new Transpose(identity, order), value.layer()));
	}

	/** Adds the layer that a node becomes and binds the node's first output to it. */
	LayerValue emit(OnnxNode node, Operation operation, LayerValue... inputs) throws StarfishException {
		String output = node.outputs().get(0);
		String alias = Printable.of(output);
		List<String> aliases = alias.equals(node.name()) || alias.isEmpty() || taken.contains(alias)
				|| builder.contains(alias) ? List.of() : List.of(alias);
		List<String> names = Arrays.stream(inputs).map(LayerValue::layer).toList();
		LayerValue result = LayerValue.of(builder.add(node.name(), aliases, operation, names));
		bind(output, result);
		return result;
	}

	/** Adds a layer that does a part of a node's work. */
	LayerValue part(OnnxNode node, String part, Operation operation, LayerValue... inputs) throws StarfishException {
		String[] names = Arrays.stream(inputs).map(LayerValue::layer).toArray(String[]::new);
		return LayerValue.of(builder.add(free(node.name() + "/" + part), operation, names));
	}

	/** Adds a layer that computes one of several outputs of a node. */
	void emitOutput(OnnxNode node, int index, Operation operation, LayerValue... inputs) throws StarfishException {
		String output = node.outputs().get(index);
		if (index == 0) {
			emit(node, operation, inputs);
		} else if (!output.isEmpty()) {
			String[] names = Arrays.stream(inputs).map(LayerValue::layer).toArray(String[]::new);
			bind(output, LayerValue.of(builder.add(free(Printable.of(output)), operation, names)));
		}
	}

	/** An axis of a value as a node gives it, counted from the end if negative; 0 is the batch. */
	int axis(OnnxNode node, long axis, int rank) throws StarfishException {
		long result = axis < 0 ? axis + rank : axis;
		if (result < 0 || result >= rank) {
			throw node.error("works along axis %d of an input that has %d".formatted(axis, rank));
		}
		return (int) result;
	}

	/** An axis that is not the batch, counted without it. */
	int innerAxis(OnnxNode node, long axis, LayerValue value) throws StarfishException {
		int result = axis(node, axis, value.rank());
		if (result == 0) {
			throw node.error("works across the images of a batch (axis 0), which Starfish cannot; "
					+ "export the model so that each image is treated alone");
		}
		return result - 1;
	}

	/**
	 * Constants lined up with a layer's axes from the last on, as numpy broadcasting does, without the batch.
	 *
	 * @throws StarfishException if they differ from image to image or have more axes than the layer
	 */
	Weights aligned(OnnxNode node, Constant constant, LayerValue value) throws StarfishException {
		int[] dims = constant.dims();
		int extra = dims.length - value.shape().rank();
		for (int axis = 0; axis < extra; axis++) {
			if (dims[axis] != 1 || axis > 0) {
				throw node.error("combines %s values for each image with constants of shape %s, which do not line up"
						.formatted(value.shape(), Arrays.toString(dims)));
			}
		}
		int[] result = new int[value.shape().rank()];
		for (int axis = 0; axis < result.length; axis++) {
			int source = axis + extra;
			result[axis] = source < 0 ? 1 : dims[source];
		}
		return constant.reshaped(result).weights();
	}

	private String free(String name) {
		String result = name;
		for (int i = 2; builder.contains(result) || taken.contains(result); i++) {
			result = name + "~" + i;
		}
		return result;
	}
}
