// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.starfish.core.StarfishException;

import onnx.Onnx.AttributeProto;

/** Computes, while a model is opened, what does not depend on the picture: weights in another form, shapes, indices. */
final class ConstantFolder {
	/** Tensors that the graph makes up rather than holds may have this many elements. */
	private static final long MOST = 1 << 26;
	/** Operators whose result shares the numbers of their first input, so that it can stay undecoded. */
	private static final Set<String> SHARING = Set.of("Identity", "Dropout", "Reshape", "Flatten", "Squeeze",
			"Unsqueeze");

	private final OnnxNode node;
	private final Mapping mapping;
	private final List<Constant> inputs = new ArrayList<>();

	private ConstantFolder(OnnxNode node, Mapping mapping) {
		this.node = node;
		this.mapping = mapping;
	}

	/** Whether a node makes constants of constants. */
	static boolean folds(OnnxNode node, Mapping mapping) throws StarfishException {
		boolean given = false;
		for (int i = 0; i < node.inputs().size(); i++) {
			if (node.hasInput(i)) {
				given = true;
				if (!(mapping.value(node, i) instanceof Constant)) {
					return false;
				}
			}
		}
		return given || node.type().equals("Constant");
	}

	/**
	 * Computes a node's outputs and binds them.
	 *
	 * @return whether the operator is one that can be computed here
	 */
	static boolean fold(OnnxNode node, Mapping mapping) throws StarfishException, IOException {
		var folder = new ConstantFolder(node, mapping);
		for (int i = 0; i < node.inputs().size(); i++) {
			folder.inputs.add(node.hasInput(i) ? mapping.constant(node, i) : null);
		}
		try {
			if (node.type().equals("Split")) {
				folder.split();
				return true;
			}
			Optional<Constant> result = folder.compute();
			if (result.isPresent()) {
				mapping.bind(node.outputs().get(0), folder.kept(result.get()));
			}
			return result.isPresent();
		} catch (ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException | NullPointerException e) {
			throw node.error("computes something impossible from constants, so the file is damaged");
		}
	}

	/** Weights that are only arranged otherwise stay in the file; everything else is computed now, once. */
	private Constant kept(Constant result) throws StarfishException {
		if (SHARING.contains(node.type()) || inputs.isEmpty() || result == inputs.get(0)
				|| node.type().equals("Transpose") && !result.isWhole() && inputs.get(0).isStored()) {
			return result;
		}
		mapping.charge(node, result.count());
		return result.settled();
	}

	private Optional<Constant> compute() throws StarfishException, IOException {
		return switch (node.type()) {
		case "Constant" -> Optional.of(literal());
		case "Identity", "Dropout" -> Optional.of(inputs.get(0));
		case "Cast" -> Optional.of(cast(node.integer("to", 0)));
		case "CastLike" -> Optional.of(inputs.get(1).isWhole() ? whole(inputs.get(0)) : real(inputs.get(0)));
		case "Shape" -> Optional.of(ConstantShapes.shape(node, inputs.get(0)));
		case "Size" -> Optional.of(Constant.ofWholes(inputs.get(0).count()).reshaped());
		case "Reshape" -> Optional.of(reshape());
		case "Flatten" -> Optional.of(flatten());
		case "Squeeze" -> Optional.of(squeeze());
		case "Unsqueeze" -> Optional.of(unsqueeze());
		case "Transpose" -> Optional.of(transpose());
		case "Concat" -> Optional.of(concatenation());
		case "Gather" -> Optional.of(gather());
		case "Slice" -> Optional.of(slice());
		case "ConstantOfShape" -> Optional.of(filled());
		case "Expand" -> Optional.of(expand());
		case "Range" -> Optional.of(range());
		case "Where" -> Optional.of(ConstantArithmetic.where(inputs.get(0), inputs.get(1), inputs.get(2)));
		default -> ConstantArithmetic.compute(node, inputs);
		};
	}

	private Constant literal() throws StarfishException, IOException {
		for (AttributeProto attribute : node.attributes()) {
			switch (attribute.getName()) {
			case "value":
				return new TensorReader(node.file()).read(attribute.getT(), node.outputs().get(0));
			case "value_int":
				return Constant.ofWholes(attribute.getI()).reshaped();
			case "value_ints":
				return Constant.ofWholes(attribute.getIntsList().stream().mapToLong(Long::longValue).toArray());
			case "value_float":
				float value = attribute.getF();
				return Constant.ofReals(new int[0], () -> new float[] { value });
			case "value_floats":
				float[] values = new float[attribute.getFloatsCount()];
				for (int i = 0; i < values.length; i++) {
					values[i] = attribute.getFloats(i);
				}
				return Constant.ofReals(new int[] { values.length }, () -> values);
			default:
			}
		}
		throw node.error("holds neither numbers nor a dense tensor; export the model without sparse or text constants");
	}

	private Constant cast(int type) throws StarfishException {
		if (TensorReader.isReal(type)) {
			return real(inputs.get(0));
		}
		if (type == onnx.Onnx.TensorProto.DataType.BOOL_VALUE) {
			return ConstantArithmetic.truth(inputs.get(0));
		}
		return whole(inputs.get(0));
	}

	private static Constant real(Constant constant) {
		return constant.isWhole() ? Constant.ofReals(constant.dims(), constant::reals) : constant;
	}

	private static Constant whole(Constant constant) {
		return constant.isWhole() ? constant : Constant.ofWholes(constant.dims(), constant::wholes);
	}

	private Constant reshape() throws StarfishException {
		Constant source = inputs.get(0);
		long[] target = inputs.get(1).wholes();
		int[] dims = new int[target.length];
		int open = -1;
		long known = 1;
		for (int axis = 0; axis < dims.length; axis++) {
			// Constants are the same for all images, so that their batch is one.
			long size = target[axis] == Constant.BATCH ? 1
					: target[axis] == 0 && node.integer("allowzero", 0) == 0 ? source.dims()[axis] : target[axis];
			if (size == -1) {
				open = axis;
			} else {
				dims[axis] = Math.toIntExact(size);
				known = Math.multiplyExact(known, size);
			}
		}
		if (open >= 0) {
			dims[open] = Math.toIntExact(source.count() / known);
		}
		return source.reshaped(dims);
	}

	private Constant flatten() throws StarfishException {
		int axis = node.integer("axis", 1);
		int[] dims = inputs.get(0).dims();
		axis = axis < 0 ? axis + dims.length : axis;
		return inputs.get(0).reshaped((int) Constant.count(Arrays.copyOf(dims, axis)),
				(int) Constant.count(Arrays.copyOfRange(dims, axis, dims.length)));
	}

	/** The axes of a squeeze or unsqueeze, from the second input or the attribute. */
	private Optional<long[]> axes() {
		return inputs.size() > 1 && inputs.get(1) != null ? Optional.of(inputs.get(1).wholes()) : node.longs("axes");
	}

	private Constant squeeze() throws StarfishException {
		int[] dims = inputs.get(0).dims();
		boolean[] gone = new boolean[dims.length];
		Optional<long[]> axes = axes();
		for (int axis = 0; axis < dims.length; axis++) {
			gone[axis] = axes.isEmpty() && dims[axis] == 1;
		}
		for (long axis : axes.orElse(new long[0])) {
			gone[mapping.axis(node, axis, dims.length)] = true;
		}
		return inputs.get(0).reshaped(
				IntStream.range(0, dims.length).filter(axis -> !gone[axis]).map(axis -> dims[axis]).toArray());
	}

	private Constant unsqueeze() throws StarfishException {
		int[] dims = inputs.get(0).dims();
		long[] axes = axes().orElse(new long[0]);
		int[] result = new int[dims.length + axes.length];
		for (long axis : axes) {
			result[mapping.axis(node, axis, result.length)] = 1;
		}
		int from = 0;
		for (int axis = 0; axis < result.length; axis++) {
			result[axis] = result[axis] == 1 ? 1 : dims[from++];
		}
		return inputs.get(0).reshaped(result);
	}

	private Constant transpose() throws StarfishException {
		int rank = inputs.get(0).rank();
		int[] permutation = node.integers("perm")
				.orElseGet(() -> IntStream.range(0, rank).map(axis -> rank - 1 - axis).toArray());
		int[] sorted = permutation.clone();
		Arrays.sort(sorted);
		if (!Arrays.equals(sorted, IntStream.range(0, rank).toArray())) {
			throw new IllegalArgumentException(Arrays.toString(permutation));
		}
		return inputs.get(0).transposed(permutation);
	}

	private Constant concatenation() throws StarfishException {
		int axis = mapping.axis(node, node.integer("axis", 0), inputs.get(0).rank());
		return ConstantParts.join(inputs, axis);
	}

	private Constant gather() throws StarfishException {
		int axis = mapping.axis(node, node.integer("axis", 0), inputs.get(0).rank());
		int size = inputs.get(0).dims()[axis];
		int[] indices = Arrays.stream(inputs.get(1).wholes())
				.mapToInt(index -> Math.toIntExact(index < 0 ? index + size : index)).toArray();
		Constant picked = ConstantParts.pick(inputs.get(0), axis, indices);
		int[] dims = picked.dims();
		int[] shape = IntStream
				.concat(IntStream.concat(Arrays.stream(dims, 0, axis), Arrays.stream(inputs.get(1).dims())),
						Arrays.stream(dims, axis + 1, dims.length))
				.toArray();
		return picked.reshaped(shape);
	}

	private Constant slice() throws StarfishException {
		Ranges ranges = Ranges.of(node, mapping);
		Constant result = inputs.get(0);
		for (int i = 0; i < ranges.count(); i++) {
			int axis = mapping.axis(node, ranges.axes()[i], result.rank());
			result = ConstantParts.pick(result, axis, ranges.indices(i, result.dims()[axis]));
		}
		return result;
	}

	private void split() throws StarfishException {
		Constant source = inputs.get(0);
		int axis = mapping.axis(node, node.integer("axis", 0), source.rank());
		int count = node.outputs().size();
		int size = source.dims()[axis];
		Optional<long[]> given = inputs.size() > 1 ? Optional.of(inputs.get(1).wholes()) : node.longs("split");
		int from = 0;
		for (int i = 0; i < count; i++) {
			int to = given.isPresent() ? Math.toIntExact(from + given.get()[i])
					: Math.min(size, from + Math.ceilDiv(size, count));
			mapping.bind(node.outputs().get(i),
					kept(ConstantParts.pick(source, axis, IntStream.range(from, to).toArray())));
			from = to;
		}
	}

	private Constant filled() throws StarfishException, IOException {
		int[] dims = bounded(inputs.get(0).wholes());
		Optional<AttributeProto> value = node.attribute("value");
		Constant element = value.isEmpty() ? Constant.ofReals(new int[] { 1 }, () -> new float[1])
				: new TensorReader(node.file()).read(value.get().getT(), node.name());
		return ConstantArithmetic.stretched(element.reshaped(), dims);
	}

	private Constant expand() {
		int[] wanted = bounded(inputs.get(1).wholes());
		return ConstantArithmetic.stretched(inputs.get(0), ConstantArithmetic.together(inputs.get(0).dims(), wanted));
	}

	private Constant range() {
		if (inputs.stream().allMatch(Constant::isWhole)) {
			long start = inputs.get(0).wholes()[0];
			long step = inputs.get(2).wholes()[0];
			int count = bounded(Math.max(0, Math.ceilDiv(inputs.get(1).wholes()[0] - start, step)))[0];
			return Constant.ofWholes(LongStream.range(0, count).map(i -> start + i * step).toArray());
		}
		double start = inputs.get(0).reals()[0];
		double step = inputs.get(2).reals()[0];
		float[] values = new float[bounded(
				(long) Math.max(0, Math.ceil((inputs.get(1).reals()[0] - start) / step)))[0]];
		for (int i = 0; i < values.length; i++) {
			values[i] = (float) (start + i * step);
		}
		return Constant.ofReals(new int[] { values.length }, () -> values);
	}

	private static int[] bounded(long... sizes) {
		long count = 1;
		int[] dims = new int[sizes.length];
		for (int axis = 0; axis < dims.length; axis++) {
			dims[axis] = sizes[axis] == Constant.BATCH ? 1 : Math.toIntExact(sizes[axis]);
			count = Math.multiplyExact(count, (long) dims[axis]);
			if (dims[axis] < 0 || count > MOST) {
				throw new IllegalArgumentException(Arrays.toString(sizes));
			}
		}
		return dims;
	}
}
