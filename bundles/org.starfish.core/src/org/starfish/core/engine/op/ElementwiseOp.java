// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.List;

import org.starfish.core.engine.ReluGradient;
import org.starfish.core.network.operation.Elementwise.Function;

/** Combines values, some of which may be constants, element by element. */
final class ElementwiseOp implements Op {
	private final Function function;
	private final Value output;
	private final List<Operand> operands;
	/** Whether values of one shape are added, as in residual networks. */
	private final boolean isPlainSum;

	/**
	 * Something that is combined.
	 *
	 * @param value the layer's value, or null for a constant
	 * @param constant the constants, or null for a layer
	 * @param map for every element of one example's output the element that is taken; null if just the same
	 */
	record Operand(Value value, float[] constant, int[] map) {
		float at(int example, int element) {
			int index = map == null ? element : map[element];
			return constant != null ? constant[index] : value.data()[example * value.size() + index];
		}
	}

	ElementwiseOp(Function function, Value output, List<Operand> operands) {
		this.function = function;
		this.output = output;
		this.operands = List.copyOf(operands);
		isPlainSum = function == Function.ADD
				&& operands.stream().allMatch(operand -> operand.value != null && operand.map == null);
	}

	private static void add(float[] from, float[] to) {
		for (int i = 0; i < to.length; i++) {
			to[i] += from[i];
		}
	}

	@Override
	public Value output() {
		return output;
	}

	@Override
	public void forward() {
		float[] to = output.dataToWrite();
		if (isPlainSum) {
			System.arraycopy(operands.get(0).value.data(), 0, to, 0, to.length);
			for (Operand operand : operands.subList(1, operands.size())) {
				add(operand.value.data(), to);
			}
			return;
		}
		int size = output.size();
		for (int n = 0; n < output.batch(); n++) {
			for (int i = 0; i < size; i++) {
				float result = operands.get(0).at(n, i);
				for (int k = 1; k < operands.size(); k++) {
					result = combine(result, operands.get(k).at(n, i));
				}
				to[n * size + i] = function == Function.AVERAGE ? result / operands.size() : result;
			}
		}
	}

	private float combine(float a, float b) {
		return switch (function) {
		case ADD, AVERAGE -> a + b;
		case SUBTRACT -> a - b;
		case MULTIPLY -> a * b;
		case DIVIDE -> a / b;
		case MAXIMUM -> Math.max(a, b);
		case MINIMUM -> Math.min(a, b);
		case POWER -> (float) Math.pow(a, b);
		};
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		if (isPlainSum) {
			operands.forEach(operand -> add(output.gradient(), operand.value.gradientToAdd()));
			return;
		}
		int size = output.size();
		for (int k = 0; k < operands.size(); k++) {
			Operand operand = operands.get(k);
			if (operand.value == null) {
				continue;
			}
			float[] gradient = operand.value.gradientToAdd();
			for (int n = 0; n < output.batch(); n++) {
				int start = n * operand.value.size();
				for (int i = 0; i < size; i++) {
					int index = start + (operand.map == null ? i : operand.map[i]);
					gradient[index] += output.gradient()[n * size + i] * slope(k, n, i, output.data()[n * size + i]);
				}
			}
		}
	}

	/** The derivative of an element with respect to the k-th operand. */
	private float slope(int k, int n, int i, float result) {
		return switch (function) {
		case ADD -> 1;
		case AVERAGE -> 1f / operands.size();
		case SUBTRACT -> k == 0 ? 1 : -1;
		case MULTIPLY -> {
			float others = 1;
			for (int other = 0; other < operands.size(); other++) {
				others *= other == k ? 1 : operands.get(other).at(n, i);
			}
			yield others;
		}
		case DIVIDE -> {
			float divisor = 1;
			for (int other = 1; other < operands.size(); other++) {
				divisor *= operands.get(other).at(n, i);
			}
			yield k == 0 ? 1 / divisor : -result / operands.get(k).at(n, i);
		}
		case MAXIMUM, MINIMUM -> chosen(n, i, result) == k ? 1 : 0;
		case POWER -> {
			float base = operands.get(0).at(n, i);
			float exponent = operands.get(1).at(n, i);
			yield (float) (k == 0 ? exponent * Math.pow(base, exponent - 1.0) : result * Math.log(base));
		}
		};
	}

	/** The first operand that is the maximum or minimum. */
	private int chosen(int n, int i, float result) {
		int k = 0;
		while (k < operands.size() - 1 && operands.get(k).at(n, i) != result) {
			k++;
		}
		return k;
	}
}
