// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;
import org.starfish.core.network.operation.Concatenation;
import org.starfish.core.network.operation.Identity;
import org.starfish.core.network.operation.Reshape;
import org.starfish.core.network.operation.Slice;

/** Operators that take a part of a layer. */
final class SliceOperators {
	/** Picking elements one by one makes a layer of each run of neighbours; more than this is not worth it. */
	private static final int MOST_RUNS = 256;

	private SliceOperators() {
	}

	static void register(Map<String, OperatorMapper> mappers) {
		mappers.put("Slice", SliceOperators::slice);
		mappers.put("Split", SliceOperators::split);
		mappers.put("Gather", SliceOperators::gather);
	}

	private static void slice(OnnxNode node, Mapping mapping) throws StarfishException {
		LayerValue input = mapping.layer(node, 0);
		Ranges ranges = Ranges.of(node, mapping);
		LayerValue current = input;
		int[] begin = new int[input.shape().rank()];
		int[] end = new int[begin.length];
		Arrays.fill(end, Slice.END);
		int[] step = new int[begin.length];
		Arrays.fill(step, 1);
		for (int i = 0; i < ranges.count(); i++) {
			int axis = mapping.axis(node, ranges.axes()[i], input.rank());
			long stride = ranges.steps()[i];
			if (stride == 0 || Math.abs(stride) > Integer.MAX_VALUE) {
				throw node.error("has the impossible step %d, so the file is damaged".formatted(stride));
			}
			if (axis == 0) {
				if (!ranges.takesAll(i, mapping)) {
					throw node.error("takes a part of the batch, which Starfish cannot; export the model without");
				}
			} else if (ranges.starts()[i] == Constant.BATCH || ranges.ends()[i] == Constant.BATCH) {
				throw node.error("cuts by the number of images, which Starfish cannot; export the model without");
			} else if (stride < 0) {
				current = pick(node, mapping, current, axis - 1, ranges.indices(i, input.shape().dim(axis - 1)),
						"axis" + axis);
			} else {
				begin[axis - 1] = clamp(ranges.starts()[i]);
				end[axis - 1] = clamp(ranges.ends()[i]);
				step[axis - 1] = (int) stride;
			}
		}
		mapping.emit(node, new Slice("Slice", begin, end, step), current);
	}

	private static int clamp(long value) {
		return (int) Math.clamp(value, -Integer.MAX_VALUE, (long) Slice.END);
	}

	private static void split(OnnxNode node, Mapping mapping) throws StarfishException {
		LayerValue input = mapping.layer(node, 0);
		int axis = mapping.innerAxis(node, node.integer("axis", 0), input);
		Shape shape = input.shape();
		int count = node.outputs().size();
		Optional<long[]> given = mapping.opset() >= 13 ? mapping.wholes(node, 1) : node.longs("split");
		int each = Math.ceilDiv(shape.dim(axis), count);
		int from = 0;
		for (int i = 0; i < count; i++) {
			long size = each;
			if (given.isPresent()) {
				size = i < given.get().length ? given.get()[i] : 0;
			}
			int to = (int) Math.min(from + size, shape.dim(axis));
			if (size < 1 || to <= from || i == count - 1 && to < shape.dim(axis)) {
				throw node.error("splits %d values into parts that do not add up, so the file is damaged"
						.formatted(shape.dim(axis)));
			}
			mapping.emitOutput(node, i, part(shape, axis, from, i == count - 1 ? Slice.END : to, "Split"), input);
			from = to;
		}
	}

	private static void gather(OnnxNode node, Mapping mapping) throws StarfishException {
		LayerValue input = mapping.layer(node, 0);
		int axis = mapping.innerAxis(node, node.integer("axis", 0), input);
		Constant indices = mapping.constant(node, 1);
		int size = input.shape().dim(axis);
		if (indices.rank() > 1 || indices.count() == 0) {
			throw node.error("looks values up in a table, which Starfish cannot; use a network on pictures");
		}
		long[] wanted = indices.wholes();
		int[] picked = new int[wanted.length];
		for (int i = 0; i < picked.length; i++) {
			long index = wanted[i] < 0 ? wanted[i] + size : wanted[i];
			if (index < 0 || index >= size) {
				throw node.error("picks element %d of %d, so the file is damaged".formatted(wanted[i], size));
			}
			picked[i] = (int) index;
		}
		if (indices.rank() == 1) {
			mapping.emit(node, new Identity("Gather"), pick(node, mapping, input, axis, picked, "picked"));
			return;
		}
		LayerValue one = mapping.part(node, "picked", part(input.shape(), axis, picked[0], picked[0] + 1, "Slice"),
				input);
		int[] kept = new int[one.shape().rank() - 1];
		for (int i = 0; i < kept.length; i++) {
			kept[i] = one.shape().dim(i < axis ? i : i + 1);
		}
		mapping.emit(node, new Reshape("Gather", kept.length == 0 ? new int[] { 1 } : kept, one.shape().order()), one);
	}

	/** Takes elements along an axis in any order. */
	private static LayerValue pick(OnnxNode node, Mapping mapping, LayerValue input, int axis, int[] indices,
			String name) throws StarfishException {
		List<LayerValue> runs = new ArrayList<>();
		for (int from = 0; from < indices.length;) {
			int to = from + 1;
			while (to < indices.length && indices[to] == indices[to - 1] + 1) {
				to++;
			}
			if (runs.size() == MOST_RUNS) {
				throw node.error("shuffles more than %d elements, which Starfish cannot; export the model without"
						.formatted(MOST_RUNS));
			}
			runs.add(mapping.part(node, name + "/" + runs.size(),
					part(input.shape(), axis, indices[from], indices[to - 1] + 1, "Slice"), input));
			from = to;
		}
		if (runs.isEmpty()) {
			throw node.error("takes nothing, so the file is damaged");
		}
		return runs.size() == 1 ? runs.get(0)
				: mapping.part(node, name, new Concatenation(axis), runs.toArray(LayerValue[]::new));
	}

	private static Slice part(Shape shape, int axis, int from, int to, String kind) {
		int[] begin = new int[shape.rank()];
		int[] end = new int[shape.rank()];
		int[] step = new int[shape.rank()];
		Arrays.fill(end, Slice.END);
		Arrays.fill(step, 1);
		begin[axis] = from;
		end[axis] = to;
		return new Slice(kind, begin, end, step);
	}
}
