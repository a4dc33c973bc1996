// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.util.List;

/** Takes constants apart and puts them together along an axis. */
final class ConstantParts {
	private ConstantParts() {
	}

	/** The elements with these indices along an axis. */
	static Constant pick(Constant source, int axis, int... indices) {
		int[] dims = source.dims();
		for (int index : indices) {
			if (index < 0 || index >= dims[axis]) {
				throw new IndexOutOfBoundsException(index);
			}
		}
		int[] shape = dims.clone();
		shape[axis] = indices.length;
		int inner = inner(dims, axis);
		int outer = outer(dims, axis);
		int size = dims[axis];
		if (source.isWhole()) {
			return Constant.ofWholes(shape, () -> {
				long[] from = source.wholes();
				long[] to = new long[Math.toIntExact(Constant.count(shape))];
				copy(from, to, size, inner, outer, indices);
				return to;
			});
		}
		return Constant.ofReals(shape, () -> {
			float[] from = source.reals();
			float[] to = new float[Math.toIntExact(Constant.count(shape))];
			copy(from, to, size, inner, outer, indices);
			return to;
		});
	}

	/** Constants one after the other along an axis. */
	static Constant join(List<Constant> parts, int axis) {
		int[] shape = parts.get(0).dims();
		shape[axis] = 0;
		boolean whole = true;
		for (Constant part : parts) {
			for (int other = 0; other < shape.length; other++) {
				if (part.rank() != shape.length || other != axis && part.dims()[other] != shape[other]) {
					throw new IllegalArgumentException("shapes differ");
				}
			}
			shape[axis] = Math.addExact(shape[axis], part.dims()[axis]);
			whole &= part.isWhole();
		}
		return whole ? Constant.ofWholes(shape, () -> (long[]) joined(parts, axis, shape, true))
				: Constant.ofReals(shape, () -> (float[]) joined(parts, axis, shape, false));
	}

	private static Object joined(List<Constant> parts, int axis, int[] shape, boolean whole) {
		int count = Math.toIntExact(Constant.count(shape));
		Object result = whole ? new long[count] : new float[count];
		int inner = inner(shape, axis);
		int outer = outer(shape, axis);
		int at = 0;
		for (Constant part : parts) {
			Object values = whole ? part.wholes() : part.reals();
			int run = part.dims()[axis] * inner;
			for (int o = 0; o < outer; o++) {
				System.arraycopy(values, o * run, result, o * shape[axis] * inner + at, run);
			}
			at += run;
		}
		return result;
	}

	private static void copy(Object from, Object to, int size, int inner, int outer, int[] indices) {
		int at = 0;
		for (int o = 0; o < outer; o++) {
			for (int index : indices) {
				System.arraycopy(from, (o * size + index) * inner, to, at, inner);
				at += inner;
			}
		}
	}

	private static int inner(int[] dims, int axis) {
		int result = 1;
		for (int i = axis + 1; i < dims.length; i++) {
			result *= dims[i];
		}
		return result;
	}

	private static int outer(int[] dims, int axis) {
		int result = 1;
		for (int i = 0; i < axis; i++) {
			result *= dims[i];
		}
		return result;
	}
}
