// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;

import org.starfish.core.StarfishException;

/** Arithmetic among constants, with numpy's broadcasting. */
final class ConstantArithmetic {
	private ConstantArithmetic() {
	}

	/** What a node computes; empty if its operator is none of these. */
	static Optional<Constant> compute(OnnxNode node, List<Constant> inputs) throws StarfishException {
		Optional<Constant> result = switch (node.type()) {
		case "Add", "Sum" -> fold(inputs, ConstantArithmetic::add, Double::sum);
		case "Sub" -> fold(inputs, ConstantArithmetic::subtract, (a, b) -> a - b);
		case "Mul" -> fold(inputs, ConstantArithmetic::multiply, (a, b) -> a * b);
		case "Div" -> fold(inputs, ConstantArithmetic::divide, (a, b) -> a / b);
		case "Pow" -> fold(inputs, (a, b) -> (long) Math.pow(known(a), known(b)), Math::pow);
		case "Mod" -> fold(inputs, (a, b) -> Math.floorMod(known(a), known(b)), (a, b) -> a % b);
		case "Max" -> fold(inputs, (a, b) -> Math.max(known(a), known(b)), Math::max);
		case "Min" -> fold(inputs, (a, b) -> Math.min(known(a), known(b)), Math::min);
		case "Equal" -> compare(inputs, (a, b) -> a == b ? 1 : 0, (a, b) -> a == b ? 1 : 0);
		case "Less" -> compare(inputs, (a, b) -> known(a) < known(b) ? 1 : 0, (a, b) -> a < b ? 1 : 0);
		case "LessOrEqual" -> compare(inputs, (a, b) -> known(a) <= known(b) ? 1 : 0, (a, b) -> a <= b ? 1 : 0);
		case "Greater" -> compare(inputs, (a, b) -> known(a) > known(b) ? 1 : 0, (a, b) -> a > b ? 1 : 0);
		case "GreaterOrEqual" -> compare(inputs, (a, b) -> known(a) >= known(b) ? 1 : 0, (a, b) -> a >= b ? 1 : 0);
		case "And" -> compare(inputs, (a, b) -> a & b, null);
		case "Or" -> compare(inputs, (a, b) -> a | b, null);
		case "Not" -> Optional.of(binary(inputs.get(0), Constant.ofWholes(1L).reshaped(), (a, b) -> a ^ b, null, true));
		default -> Optional.empty();
		};
		return result.isPresent() ? result : unary(node, inputs);
	}

	private static Optional<Constant> unary(OnnxNode node, List<Constant> inputs) {
		DoubleUnaryOperator function = switch (node.type()) {
		case "Neg" -> x -> -x;
		case "Abs" -> Math::abs;
		case "Floor" -> Math::floor;
		case "Ceil" -> Math::ceil;
		case "Round" -> Math::rint;
		case "Sqrt" -> Math::sqrt;
		case "Exp" -> Math::exp;
		case "Log" -> Math::log;
		case "Reciprocal" -> x -> 1 / x;
		case "Tanh" -> Math::tanh;
		case "Sigmoid" -> x -> 1 / (1 + Math.exp(-x));
		case "Relu" -> x -> Math.max(x, 0);
		default -> null;
		};
		if (function == null) {
			return Optional.empty();
		}
		Constant source = inputs.get(0);
		Constant result = Constant.ofReals(source.dims(), () -> {
			float[] values = source.reals().clone();
			for (int i = 0; i < values.length; i++) {
				values[i] = (float) function.applyAsDouble(values[i]);
			}
			return values;
		});
		return Optional.of(source.isWhole() ? Constant.ofWholes(source.dims(), result::wholes) : result);
	}

	/** The elements of one or the other, by truth values. */
	static Constant where(Constant condition, Constant yes, Constant no) {
		int[] dims = together(condition.dims(), together(yes.dims(), no.dims()));
		Constant mask = stretched(condition, dims);
		Constant a = stretched(yes, dims);
		Constant b = stretched(no, dims);
		if (yes.isWhole() && no.isWhole()) {
			return Constant.ofWholes(dims, () -> {
				long[] choose = mask.wholes();
				long[] result = b.wholes().clone();
				long[] other = a.wholes();
				for (int i = 0; i < result.length; i++) {
					result[i] = choose[i] != 0 ? other[i] : result[i];
				}
				return result;
			});
		}
		return Constant.ofReals(dims, () -> {
			long[] choose = mask.wholes();
			float[] result = b.reals().clone();
			float[] other = a.reals();
			for (int i = 0; i < result.length; i++) {
				result[i] = choose[i] != 0 ? other[i] : result[i];
			}
			return result;
		});
	}

	/** 1 where a constant is not 0. */
	static Constant truth(Constant source) {
		return Constant.ofWholes(source.dims(), () -> {
			float[] values = source.reals();
			long[] result = new long[values.length];
			for (int i = 0; i < result.length; i++) {
				result[i] = values[i] != 0 ? 1 : 0;
			}
			return result;
		});
	}

	/** A constant repeated along axes of size 1 and along new leading ones. */
	static Constant stretched(Constant source, int[] dims) {
		if (Arrays.equals(source.dims(), dims)) {
			return source;
		}
		int[] strides = strides(source.dims(), dims);
		int count = Math.toIntExact(Constant.count(dims));
		if (source.isWhole()) {
			return Constant.ofWholes(dims, () -> {
				long[] values = source.wholes();
				long[] result = new long[count];
				var walk = new Walk(dims, strides);
				for (int i = 0; i < count; i++) {
					result[i] = values[walk.next()];
				}
				return result;
			});
		}
		return Constant.ofReals(dims, () -> {
			float[] values = source.reals();
			float[] result = new float[count];
			var walk = new Walk(dims, strides);
			for (int i = 0; i < count; i++) {
				result[i] = values[walk.next()];
			}
			return result;
		});
	}

	/** The shape that both stretch to. */
	static int[] together(int[] a, int[] b) {
		int[] result = new int[Math.max(a.length, b.length)];
		for (int axis = 1; axis <= result.length; axis++) {
			int left = axis <= a.length ? a[a.length - axis] : 1;
			int right = axis <= b.length ? b[b.length - axis] : 1;
			if (left != right && left != 1 && right != 1) {
				throw new IllegalArgumentException(Arrays.toString(a) + " and " + Arrays.toString(b));
			}
			result[result.length - axis] = left == 1 ? right : left;
		}
		if (Constant.count(result) > Integer.MAX_VALUE) {
			throw new IllegalArgumentException(Arrays.toString(result));
		}
		return result;
	}

	private static int[] strides(int[] source, int[] dims) {
		int[] own = Walk.strides(source);
		int[] result = new int[dims.length];
		int extra = dims.length - source.length;
		for (int axis = 0; axis < source.length; axis++) {
			result[axis + extra] = source[axis] == 1 ? 0 : own[axis];
		}
		return result;
	}

	private static Optional<Constant> fold(List<Constant> inputs, LongBinaryOperator wholes,
			DoubleBinaryOperator reals) {
		Constant result = inputs.get(0);
		for (Constant next : inputs.subList(1, inputs.size())) {
			result = binary(result, next, wholes, reals, result.isWhole() && next.isWhole());
		}
		return Optional.of(result);
	}

	/** Compares; the answer is whole whatever is compared. */
	private static Optional<Constant> compare(List<Constant> inputs, LongBinaryOperator wholes,
			DoubleBinaryOperator reals) {
		Constant a = inputs.get(0);
		Constant b = inputs.get(1);
		if (a.isWhole() && b.isWhole()) {
			return Optional.of(binary(a, b, wholes, reals, true));
		}
		Constant result = binary(a, b, wholes, reals, false);
		return Optional.of(Constant.ofWholes(result.dims(), result::wholes));
	}

	private static Constant binary(Constant a, Constant b, LongBinaryOperator wholes, DoubleBinaryOperator reals,
			boolean whole) {
		int[] dims = together(a.dims(), b.dims());
		Constant left = stretched(a, dims);
		Constant right = stretched(b, dims);
		if (whole) {
			return Constant.ofWholes(dims, () -> {
				long[] x = left.wholes();
				long[] y = right.wholes();
				long[] result = new long[x.length];
				for (int i = 0; i < result.length; i++) {
					result[i] = wholes.applyAsLong(x[i], y[i]);
				}
				return result;
			});
		}
		return Constant.ofReals(dims, () -> {
			float[] x = left.reals();
			float[] y = right.reals();
			float[] result = new float[x.length];
			for (int i = 0; i < result.length; i++) {
				result[i] = (float) reals.applyAsDouble(x[i], y[i]);
			}
			return result;
		});
	}

	private static long add(long a, long b) {
		return a == 0 ? b : b == 0 ? a : Math.addExact(known(a), known(b));
	}

	private static long subtract(long a, long b) {
		return b == 0 ? a : Math.subtractExact(known(a), known(b));
	}

	private static long multiply(long a, long b) {
		return a == 1 ? b : b == 1 ? a : Math.multiplyExact(known(a), known(b));
	}

	private static long divide(long a, long b) {
		return b == 1 ? a : known(a) / known(b);
	}

	/** A number that is not the batch's; only neutral elements go together with that. */
	private static long known(long value) {
		if (value == Constant.BATCH) {
			throw new IllegalArgumentException("the batch in arithmetic");
		}
		return value;
	}
}
