// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network;

/** Moves the channel axis between the order of a model file and the engine's, which has the channels last. */
public final class StoredOrder {
	private StoredOrder() {
	}

	/**
	 * @param values {@code [batch, ...shape.dims()]}, in the file's order
	 * @return {@code [batch, ...shape.stored()]}; the same array if nothing moves
	 */
	public static float[] of(float[] values, Shape shape) {
		return moves(shape) ? transpose(values, shape.channels(), (int) (shape.size() / shape.channels())) : values;
	}

	/**
	 * @param values {@code [batch, ...shape.stored()]}
	 * @return {@code [batch, ...shape.dims()]}, in the file's order; the same array if nothing moves
	 */
	public static float[] toFile(float[] values, Shape shape) {
		return moves(shape) ? transpose(values, (int) (shape.size() / shape.channels()), shape.channels()) : values;
	}

	private static boolean moves(Shape shape) {
		return shape.rank() > 1 && shape.order() == ChannelOrder.FIRST;
	}

	/** Transposes each example, read as {@code [rows, columns]}. */
	private static float[] transpose(float[] values, int rows, int columns) {
		float[] result = new float[values.length];
		int size = rows * columns;
		for (int start = 0; start < values.length; start += size) {
			for (int row = 0; row < rows; row++) {
				for (int column = 0; column < columns; column++) {
					result[start + column * rows + row] = values[start + row * columns + column];
				}
			}
		}
		return result;
	}
}
