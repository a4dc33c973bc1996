// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.GlobalPooling;
import org.starfish.core.network.operation.Identity;
import org.starfish.core.network.operation.Operation;
import org.starfish.core.network.operation.Reduction;
import org.starfish.core.network.operation.Reduction.Function;

/** Operators that summarize along axes. */
final class ReductionOperators {
	private ReductionOperators() {
	}

	static void register(Map<String, OperatorMapper> mappers) {
		mappers.put("ReduceMean", (node, mapping) -> reduce(node, mapping, Function.MEAN, 18));
		mappers.put("ReduceMax", (node, mapping) -> reduce(node, mapping, Function.MAXIMUM, 18));
		mappers.put("ReduceMin", (node, mapping) -> reduce(node, mapping, Function.MINIMUM, 18));
		mappers.put("ReduceL2", (node, mapping) -> reduce(node, mapping, Function.NORM2, 18));
		mappers.put("ReduceSum", (node, mapping) -> reduce(node, mapping, Function.SUM, 13));
		mappers.put("ReduceL1", (node, mapping) -> sumOf(node, mapping, Activation.Function.ABSOLUTE, "absolute"));
		mappers.put("ReduceSumSquare", (node, mapping) -> sumOf(node, mapping, Activation.Function.SQUARE, "square"));
	}

	private static void reduce(OnnxNode node, Mapping mapping, Function function, int axesAreInputSince)
			throws StarfishException {
		reduce(node, mapping, mapping.layer(node, 0), function, axesAreInputSince);
	}

	private static void sumOf(OnnxNode node, Mapping mapping, Activation.Function function, String part)
			throws StarfishException {
		LayerValue input = mapping.part(node, part, new Activation(function), mapping.layer(node, 0));
		reduce(node, mapping, input, Function.SUM, 18);
	}

	private static void reduce(OnnxNode node, Mapping mapping, LayerValue input, Function function,
			int axesAreInputSince) throws StarfishException {
		Optional<long[]> given = mapping.opset() >= axesAreInputSince ? mapping.wholes(node, 1) : node.longs("axes");
		if ((given.isEmpty() || given.get().length == 0) && node.integer("noop_with_empty_axes", 0) != 0) {
			mapping.emit(node, new Identity("Identity"), input);
			return;
		}
		if (given.isEmpty() || given.get().length == 0) {
			throw node.error("summarizes all images of a batch together, which Starfish cannot; "
					+ "name the axes to summarize when exporting");
		}
		var axes = new TreeSet<Integer>();
		for (long axis : given.get()) {
			axes.add(mapping.innerAxis(node, axis, input));
		}
		int[] sorted = axes.stream().mapToInt(Integer::intValue).toArray();
		mapping.emit(node, operation(function, sorted, node.integer("keepdims", 1) != 0, input.shape()), input);
	}

	/** A reduction over all positions is what global pooling does, and says so to the user. */
	private static Operation operation(Function function, int[] axes, boolean keep, Shape shape) {
		boolean pooling = function == Function.MEAN || function == Function.MAXIMUM;
		if (pooling && shape.isSpatial() && axes.length == shape.rank() - 1
				&& Arrays.stream(axes).noneMatch(axis -> axis == shape.channelAxis())) {
			return new GlobalPooling(function == Function.MAXIMUM, keep);
		}
		return new Reduction(function, axes, keep);
	}
}
