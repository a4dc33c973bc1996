// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Shape;
import org.starfish.core.network.operation.Concatenation;
import org.starfish.core.network.operation.Elementwise;
import org.starfish.core.network.operation.Elementwise.Function;
import org.starfish.core.network.operation.Reshape;

/** Maps layers that put several together. */
final class Merges {
	private Merges() {
	}

	static void register(Map<String, LayerMapper> mappers) {
		mappers.put("Add", call -> combine(call, Function.ADD));
		mappers.put("Subtract", call -> combine(call, Function.SUBTRACT));
		mappers.put("Multiply", call -> combine(call, Function.MULTIPLY));
		mappers.put("Average", call -> combine(call, Function.AVERAGE));
		mappers.put("Maximum", call -> combine(call, Function.MAXIMUM));
		mappers.put("Minimum", call -> combine(call, Function.MINIMUM));
		mappers.put("Concatenate", call -> concatenate(call, call.fields().integer(-1, "axis")));
		mappers.put("Merge", Merges::merge);
	}

	/** Combines what the call reads, element by element. */
	static void combine(LayerCall call, Function function) throws StarfishException {
		call.last(new Elementwise(function), alike(call).toArray(String[]::new));
	}

	/** Puts what the call reads one after the other, along an axis that counts the batch. */
	static void concatenate(LayerCall call, int axis) throws StarfishException {
		List<String> inputs = alike(call);
		call.last(new Concatenation(Axes.of(axis, call.shape(inputs.get(0)), call)), inputs.toArray(String[]::new));
	}

	/** Keras 1 has one layer for all. */
	private static void merge(LayerCall call) throws StarfishException {
		String mode = call.fields().text("mode", "sum");
		switch (mode) {
		case "sum" -> combine(call, Function.ADD);
		case "mul" -> combine(call, Function.MULTIPLY);
		case "ave" -> combine(call, Function.AVERAGE);
		case "max" -> combine(call, Function.MAXIMUM);
		case "concat" -> concatenate(call, call.fields().integer(-1, "concat_axis"));
		default -> throw call.refusal("merges by '%s', which is not supported".formatted(mode));
		}
	}

	/** What the call reads, all with the rank of the highest and in one channel order. */
	private static List<String> alike(LayerCall call) throws StarfishException {
		if (call.inputs().isEmpty()) {
			throw call.refusal("reads nothing; the file may be damaged, get a fresh copy of it");
		}
		int rank = call.inputs().stream().mapToInt(input -> call.shape(input).rank()).max().orElseThrow();
		ChannelOrder order = call.inputs().stream().map(call::shape).filter(shape -> shape.rank() == rank).findFirst()
				.map(Shape::order).orElseThrow();
		List<String> inputs = new ArrayList<>();
		for (String input : call.inputs()) {
			Shape shape = call.shape(input);
			if (shape.rank() < rank) {
				int[] dims = new int[rank];
				Arrays.fill(dims, 1);
				System.arraycopy(shape.dims(), 0, dims, rank - shape.rank(), shape.rank());
				inputs.add(call.part("stretched", new Reshape("Reshape", dims, order), input));
			} else {
				inputs.add(call.ordered(input, order));
			}
		}
		return inputs;
	}
}
