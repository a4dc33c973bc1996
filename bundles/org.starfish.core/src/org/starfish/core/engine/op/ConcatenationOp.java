// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.List;

import org.starfish.core.engine.ReluGradient;

/** Puts values one after the other along a stored axis. */
final class ConcatenationOp implements Op {
	private final List<Value> inputs;
	private final Value output;
	private final int[] rows;

	/**
	 * @param axis as stored, without the batch
	 */
	ConcatenationOp(List<Value> inputs, Value output, int axis) {
		this.inputs = inputs;
		this.output = output;
		rows = inputs.stream().mapToInt(input -> {
			int[] stored = input.shape().stored();
			int row = 1;
			for (int later = axis; later < stored.length; later++) {
				row *= stored[later];
			}
			return row;
		}).toArray();
	}

	@Override
	public Value output() {
		return output;
	}

	@Override
	public void forward() {
		float[] to = output.dataToWrite();
		int at = 0;
		for (int row = 0; at < to.length; row++) {
			for (int i = 0; i < rows.length; i++) {
				System.arraycopy(inputs.get(i).data(), row * rows[i], to, at, rows[i]);
				at += rows[i];
			}
		}
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		float[] from = output.gradient();
		int at = 0;
		for (int row = 0; at < from.length; row++) {
			for (int i = 0; i < rows.length; i++) {
				float[] gradient = inputs.get(i).gradientToAdd();
				int start = row * rows[i];
				for (int k = 0; k < rows[i]; k++) {
					gradient[start + k] += from[at + k];
				}
				at += rows[i];
			}
		}
	}
}
