// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Shape;
import org.starfish.core.network.operation.DepthToSpace;
import org.starfish.core.network.operation.Reshape;
import org.starfish.core.network.operation.Transpose;

/** Operators that arrange the same numbers otherwise. The batch stays the first axis through all of them. */
final class ReshapeOperators {
	private ReshapeOperators() {
	}

	static void register(Map<String, OperatorMapper> mappers) {
		mappers.put("Reshape", ReshapeOperators::reshape);
		mappers.put("Flatten", ReshapeOperators::flatten);
		mappers.put("Squeeze", ReshapeOperators::squeeze);
		mappers.put("Unsqueeze", ReshapeOperators::unsqueeze);
		mappers.put("Transpose", ReshapeOperators::transpose);
		mappers.put("DepthToSpace", (node, mapping) -> blocks(node, mapping, false));
		mappers.put("SpaceToDepth", (node, mapping) -> blocks(node, mapping, true));
		mappers.put("Shape", ReshapeOperators::shape);
	}

	private static void shape(OnnxNode node, Mapping mapping) throws StarfishException {
		mapping.bind(node.outputs().get(0), ConstantShapes.shape(node, mapping.layer(node, 0).shape()));
	}

	private static void reshape(OnnxNode node, Mapping mapping) throws StarfishException {
		LayerValue input = mapping.layer(node, 0);
		long[] target = mapping.constant(node, 1).wholes();
		if (node.integer("allowzero", 0) != 0 && Arrays.stream(target).anyMatch(size -> size == 0)) {
			throw node.error("makes an empty tensor, so the file is damaged");
		}
		if (target.length == 0) {
			throw mixes(node, target);
		}
		Shape shape = input.shape();
		int[] dims = new int[target.length - 1];
		long known = 1;
		int open = -1;
		for (int axis = 0; axis < dims.length; axis++) {
			long size = target[axis + 1];
			if (size == 0 && axis < shape.rank()) {
				size = shape.dim(axis);
			}
			if (size == -1 && open < 0) {
				open = axis;
			} else if (size < 1 || size > Integer.MAX_VALUE || size == Constant.BATCH) {
				throw mixes(node, target);
			} else {
				known = Math.multiplyExact(known, size);
				dims[axis] = (int) size;
			}
		}
		boolean batchOpen = target[0] == -1;
		if (open >= 0 && !batchOpen && shape.size() % known == 0) {
			dims[open] = (int) (shape.size() / known);
			known = shape.size();
		}
		boolean batch = target[0] == 0 || batchOpen && open < 0 || mapping.isBatch(target[0]);
		if (!batch || known != shape.size()) {
			throw mixes(node, target);
		}
		// A list of one number an image stays a vector of one element.
		emit(node, mapping, input, dims.length == 0 ? new int[] { 1 } : dims);
	}

	private static StarfishException mixes(OnnxNode node, long[] target) {
		String sizes = Arrays.stream(target).limit(8)
				.mapToObj(size -> size == Constant.BATCH ? "N" : Long.toString(size)).toList().toString();
		return node.error(("reshapes to %s, which does not keep the images of a batch apart; "
				+ "export the model so that the batch stays the first axis").formatted(sizes));
	}

	private static void flatten(OnnxNode node, Mapping mapping) throws StarfishException {
		LayerValue input = mapping.layer(node, 0);
		int given = node.integer("axis", 1);
		int axis = given == input.rank() ? given : mapping.axis(node, given, input.rank());
		boolean leadingOnes = Arrays.stream(input.shape().dims()).limit(Math.max(axis - 1, 0))
				.allMatch(dim -> dim == 1);
		if (axis == 0 ? !mapping.isSingle() : !leadingOnes) {
			throw node.error("flattens the images of a batch into each other; export the model with axis 1");
		}
		mapping.emit(node, Reshape.flatten(), input);
	}

	private static void squeeze(OnnxNode node, Mapping mapping) throws StarfishException {
		LayerValue input = mapping.layer(node, 0);
		Optional<long[]> axes = mapping.opset() >= 13 ? mapping.wholes(node, 1) : node.longs("axes");
		int[] dims = input.shape().dims();
		var gone = new TreeSet<Integer>();
		if (axes.isPresent()) {
			for (long axis : axes.get()) {
				gone.add(mapping.innerAxis(node, axis, input));
			}
		} else {
			IntStream.range(0, dims.length).filter(axis -> dims[axis] == 1).forEach(gone::add);
		}
		List<Integer> kept = new ArrayList<>();
		for (int axis = 0; axis < dims.length; axis++) {
			if (!gone.contains(axis)) {
				kept.add(dims[axis]);
			} else if (dims[axis] != 1) {
				throw node.error("drops axis %d of %s, whose size is not 1".formatted(axis + 1, input.shape()));
			}
		}
		emit(node, mapping, input,
				kept.isEmpty() ? new int[] { 1 } : kept.stream().mapToInt(Integer::intValue).toArray());
	}

	private static void unsqueeze(OnnxNode node, Mapping mapping) throws StarfishException {
		LayerValue input = mapping.layer(node, 0);
		long[] axes = (mapping.opset() >= 13 ? mapping.wholes(node, 1) : node.longs("axes")).orElse(new long[0]);
		int rank = input.rank() + axes.length;
		var added = new TreeSet<Integer>();
		for (long axis : axes) {
			added.add(mapping.axis(node, axis, rank));
		}
		if (added.contains(0)) {
			throw node.error("puts an axis before the batch, which Starfish cannot; export the model without");
		}
		if (added.size() < axes.length) {
			throw node.error("names an axis twice, so the file is damaged");
		}
		int[] dims = new int[rank - 1];
		int from = 0;
		for (int axis = 0; axis < dims.length; axis++) {
			dims[axis] = added.contains(axis + 1) ? 1 : input.shape().dim(from++);
		}
		emit(node, mapping, input, dims);
	}

	/**
	 * Adds a reshape to these sizes, written so that it also fits pictures of other sizes where that is possible: equal
	 * sizes at the front are kept, and a single one after them follows.
	 */
	private static void emit(OnnxNode node, Mapping mapping, LayerValue input, int[] dims) throws StarfishException {
		Shape shape = input.shape();
		int[] target = dims.clone();
		int same = 0;
		while (same < target.length - 1 && same < shape.rank() && target[same] == shape.dim(same)) {
			target[same++] = 0;
		}
		if (same == target.length - 1) {
			target[same] = -1;
		}
		ChannelOrder order = dims.length < 2 ? ChannelOrder.LAST
				: shape.rank() < 2 ? ChannelOrder.FIRST : shape.order();
		mapping.emit(node, new Reshape(node.type(), target, order), input);
	}

	private static void transpose(OnnxNode node, Mapping mapping) throws StarfishException {
		LayerValue input = mapping.layer(node, 0);
		Shape shape = input.shape();
		int rank = shape.rank();
		int[] given = node.integers("perm")
				.orElseGet(() -> IntStream.range(0, rank + 1).map(axis -> rank - axis).toArray());
		int[] sorted = given.clone();
		Arrays.sort(sorted);
		if (!Arrays.equals(sorted, IntStream.range(0, rank + 1).toArray())) {
			throw node.error("reorders axes %s of an input that has %d, so the file is damaged"
					.formatted(Arrays.toString(given), rank + 1));
		}
		if (given[0] != 0) {
			throw node
					.error("moves the batch away from the first axis, which Starfish cannot; export the model without");
		}
		int[] permutation = Arrays.stream(given, 1, rank + 1).map(axis -> axis - 1).toArray();
		mapping.emit(node, new Transpose(permutation, order(permutation, shape.order())), input);
	}

	/** Moving the first axis to the end is how exporters put channels last, and the other way round. */
	private static ChannelOrder order(int[] permutation, ChannelOrder order) {
		int rank = permutation.length;
		if (rank < 2) {
			return order;
		}
		boolean toEnd = IntStream.range(0, rank).allMatch(axis -> permutation[axis] == (axis + 1) % rank);
		boolean toFront = IntStream.range(0, rank).allMatch(axis -> permutation[axis] == (axis + rank - 1) % rank);
		if (toEnd && toFront) {
			return order == ChannelOrder.FIRST ? ChannelOrder.LAST : ChannelOrder.FIRST;
		}
		return toEnd ? ChannelOrder.LAST : toFront ? ChannelOrder.FIRST : order;
	}

	private static void blocks(OnnxNode node, Mapping mapping, boolean inverse) throws StarfishException {
		LayerValue input = mapping.channelsFirst(node, 0);
		int size = node.integer("blocksize", 0);
		if (size < 1 || size > Short.MAX_VALUE) {
			throw node.error("has the impossible value %d for 'blocksize', so the file is damaged".formatted(size));
		}
		mapping.emit(node, new DepthToSpace(size, !node.text("mode", "DCR").equals("CRD"), inverse), input);
	}
}
