// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Arithmetic;
import org.starfish.core.network.operation.Concatenation;
import org.starfish.core.network.operation.Elementwise.Function;
import org.starfish.core.network.operation.Identity;
import org.starfish.core.network.operation.Pad;
import org.starfish.core.network.operation.Slice;

/** Operators that make a layer larger: by others, by a border, by repetition. */
final class JoinOperators {
	private static final int MOST_REPEATS = 256;

	private JoinOperators() {
	}

	static void register(Map<String, OperatorMapper> mappers) {
		mappers.put("Concat", JoinOperators::concatenation);
		mappers.put("Pad", JoinOperators::pad);
		mappers.put("Expand", JoinOperators::expand);
		mappers.put("Tile", JoinOperators::tile);
	}

	private static void concatenation(OnnxNode node, Mapping mapping) throws StarfishException {
		LayerValue model = null;
		for (int i = 0; i < node.inputs().size() && model == null; i++) {
			model = mapping.value(node, i) instanceof LayerValue layer ? layer : null;
		}
		int axis = mapping.innerAxis(node, node.integer("axis", 1), model);
		ChannelOrder order = model.shape().order();
		var parts = new LayerValue[node.inputs().size()];
		for (int i = 0; i < parts.length; i++) {
			parts[i] = switch (mapping.value(node, i)) {
			case LayerValue layer -> mapping.ordered(layer, order);
			case Constant constant -> constant(node, mapping, constant, model, axis, i);
			};
		}
		mapping.emit(node, parts.length == 1 ? new Identity("Identity") : new Concatenation(axis), parts);
	}

	/** A layer that answers with constants whatever the picture: one element of another layer, times 0, plus them. */
	private static LayerValue constant(OnnxNode node, Mapping mapping, Constant constant, LayerValue model, int axis,
			int index) throws StarfishException {
		Shape shape = model.shape();
		int[] end = new int[shape.rank()];
		int[] ones = new int[shape.rank()];
		Arrays.fill(end, Slice.END);
		Arrays.fill(ones, 1);
		end[axis] = 1;
		LayerValue one = mapping.part(node, "constant" + index, new Slice("Slice", new int[end.length], end, ones),
				model);
		LayerValue zero = mapping.part(node, "constant" + index + "/zero",
				new Arithmetic(Function.MULTIPLY, Weights.of(ones, 0), false), one);
		return mapping.part(node, "constant" + index + "/sum",
				new Arithmetic(Function.ADD, mapping.aligned(node, constant, zero), false), zero);
	}

	private static void pad(OnnxNode node, Mapping mapping) throws StarfishException {
		LayerValue input = mapping.layer(node, 0);
		boolean inputs = mapping.opset() >= 11;
		Pad.Mode mode = switch (node.text("mode", "constant")) {
		case "constant" -> Pad.Mode.CONSTANT;
		case "reflect" -> Pad.Mode.REFLECT;
		case "edge" -> Pad.Mode.EDGE;
		default -> throw node.error("pads by '%s', which Starfish cannot; use constant, reflect or edge"
				.formatted(Printable.of(node.text("mode", ""))));
		};
		long[] pads = (inputs ? mapping.wholes(node, 1) : node.longs("pads")).orElse(new long[0]);
		long[] axes = mapping.wholes(node, 3).orElseGet(() -> LongStream.range(0, input.rank()).toArray());
		if (pads.length != 2 * axes.length) {
			throw node.error("has %d amounts for %d axes, so the file is damaged".formatted(pads.length, axes.length));
		}
		float value = inputs
				? mapping.optional(node, 2).filter(constant -> constant.count() == 1)
						.map(constant -> constant.reals()[0]).orElse(0f)
				: node.decimal("value", 0);
		int[] begin = new int[input.shape().rank()];
		int[] end = new int[begin.length];
		for (int i = 0; i < axes.length; i++) {
			long before = pads[i];
			long after = pads[i + axes.length];
			if (Math.abs(before) > Short.MAX_VALUE || Math.abs(after) > Short.MAX_VALUE) {
				throw node.error("pads by %d and %d, so the file is damaged".formatted(before, after));
			}
			int axis = mapping.axis(node, axes[i], input.rank());
			if (axis > 0) {
				begin[axis - 1] = (int) before;
				end[axis - 1] = (int) after;
			} else if (before != 0 || after != 0) {
				throw node.error("adds images to the batch, which Starfish cannot; export the model without");
			}
		}
		padOrCut(node, mapping, input, mode, begin, end, value);
	}

	/** Negative amounts cut. */
	private static void padOrCut(OnnxNode node, Mapping mapping, LayerValue input, Pad.Mode mode, int[] begin,
			int[] end, float value) throws StarfishException {
		boolean cuts = Arrays.stream(begin).anyMatch(amount -> amount < 0)
				|| Arrays.stream(end).anyMatch(amount -> amount < 0);
		if (!cuts) {
			mapping.emit(node, new Pad(mode, begin, end, value), input);
			return;
		}
		int[] from = Arrays.stream(begin).map(amount -> Math.max(-amount, 0)).toArray();
		int[] to = Arrays.stream(end).map(amount -> amount < 0 ? amount : Slice.END).toArray();
		int[] ones = new int[from.length];
		Arrays.fill(ones, 1);
		LayerValue cut = mapping.part(node, "cut", new Slice("Slice", from, to, ones), input);
		mapping.emit(node, new Pad(mode, Arrays.stream(begin).map(amount -> Math.max(amount, 0)).toArray(),
				Arrays.stream(end).map(amount -> Math.max(amount, 0)).toArray(), value), cut);
	}

	/** Stretches axes of size 1, as a product with ones of the larger shape does. */
	private static void expand(OnnxNode node, Mapping mapping) throws StarfishException {
		LayerValue input = mapping.layer(node, 0);
		long[] target = mapping.constant(node, 1).wholes();
		int extra = target.length - input.shape().rank();
		if (extra > 1 || extra == 1 && !mapping.isBatch(target[0])) {
			throw node.error("adds axes before the batch, which Starfish cannot; export the model without");
		}
		int[] dims = new int[input.shape().rank()];
		Arrays.fill(dims, 1);
		for (int axis = 0; axis < dims.length; axis++) {
			long size = axis + extra < 0 ? 1 : target[axis + extra];
			if (size < 1 || size > Integer.MAX_VALUE) {
				throw node.error("stretches to the impossible size %d, so the file is damaged".formatted(size));
			}
			dims[axis] = (int) size;
		}
		if (Arrays.equals(dims, input.shape().dims()) || Constant.count(dims) == 1) {
			mapping.emit(node, new Identity("Expand"), input);
			return;
		}
		Weights ones = Weights.lazy(dims, () -> {
			float[] values = new float[Math.toIntExact(Constant.count(dims))];
			Arrays.fill(values, 1);
			return values;
		});
		mapping.emit(node, new Arithmetic(Function.MULTIPLY, ones, false), input);
	}

	private static void tile(OnnxNode node, Mapping mapping) throws StarfishException {
		LayerValue input = mapping.layer(node, 0);
		Optional<long[]> repeats = mapping.wholes(node, 1);
		if (repeats.isEmpty() || repeats.get().length != input.rank() || repeats.get()[0] != 1) {
			throw node.error("repeats the images of a batch, which Starfish cannot; export the model without");
		}
		LayerValue current = input;
		for (int axis = 0; axis < input.shape().rank(); axis++) {
			long times = repeats.get()[axis + 1];
			if (times < 1 || times > MOST_REPEATS) {
				throw node.error("repeats %d times; Starfish repeats up to %d times".formatted(times, MOST_REPEATS));
			}
			if (times > 1) {
				LayerValue[] copies = Collections.nCopies((int) times, current).toArray(LayerValue[]::new);
				current = mapping.part(node, "axis" + (axis + 1), new Concatenation(axis), copies);
			}
		}
		mapping.emit(node, new Identity("Tile"), current);
	}
}
