// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.Arrays;

/**
 * How far a window may reach over the border of its input, along each spatial axis.
 *
 * @param mode whether the amounts are given or follow from the input's size
 * @param begin amounts before the first position, one a spatial axis; only for {@link Mode#EXPLICIT}
 * @param end amounts after the last position, one a spatial axis; only for {@link Mode#EXPLICIT}
 */
public record Padding(Mode mode, int[] begin, int[] end) {
	/** Where the amounts come from. */
	public enum Mode {
		/** As given. */
		EXPLICIT,
		/** As needed for an output of ceil(input / stride), the odd one after the last position. */
		SAME_UPPER,
		/** As needed for an output of ceil(input / stride), the odd one before the first position. */
		SAME_LOWER
	}

	/** As needed for an output of ceil(input / stride), the odd one after the last position. */
	public static final Padding SAME = new Padding(Mode.SAME_UPPER, new int[0], new int[0]);

	/** No padding along {@code axes} spatial axes. */
	public static Padding none(int axes) {
		return explicit(new int[axes], new int[axes]);
	}

	/** Given amounts. */
	public static Padding explicit(int[] begin, int[] end) {
		return new Padding(Mode.EXPLICIT, begin.clone(), end.clone());
	}

	/** The amount before the first position of an axis, for an input of this size and a window of this span. */
	public int begin(int axis, int size, int span, int stride) {
		return switch (mode) {
		case EXPLICIT -> begin[axis];
		case SAME_UPPER -> same(size, span, stride) / 2;
		case SAME_LOWER -> (same(size, span, stride) + 1) / 2;
		};
	}

	/** The amount after the last position of an axis, for an input of this size and a window of this span. */
	public int end(int axis, int size, int span, int stride) {
		return switch (mode) {
		case EXPLICIT -> end[axis];
		case SAME_UPPER -> (same(size, span, stride) + 1) / 2;
		case SAME_LOWER -> same(size, span, stride) / 2;
		};
	}

	/** The number of window positions along an axis; 0 or less if the window does not fit. */
	public int positions(int axis, int size, int span, int stride, boolean ceil) {
		int begin = begin(axis, size, span, stride);
		int room = size + begin + end(axis, size, span, stride) - span;
		if (room < 0) {
			return 0;
		}
		int positions = (ceil ? Math.ceilDiv(room, stride) : room / stride) + 1;
		// A window that would start beyond the input and its leading padding sees nothing and is left out.
		return ceil && (positions - 1) * stride >= size + begin ? positions - 1 : positions;
	}

	private static int same(int size, int span, int stride) {
		return Math.max((Math.ceilDiv(size, stride) - 1) * stride + span - size, 0);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Padding padding && mode == padding.mode && Arrays.equals(begin, padding.begin)
				&& Arrays.equals(end, padding.end);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(begin) + mode.hashCode();
	}
}
