// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.network.Shape;

/** Works out, once for each plan, which stored element belongs to which place in the file's order. */
final class Axes {
	/** Answers, for a place in the file's order, the index of the stored element that it is made of, or -1. */
	@FunctionalInterface
	interface Source {
		int at(int[] place);
	}

	private Axes() {
	}

	/** For every stored element of a shape, what the source answers for its place. */
	static int[] map(Shape shape, Source source) {
		int[] map = new int[(int) shape.size()];
		int[] place = new int[shape.rank()];
		int[] dims = shape.dims();
		for (int count = 0; count < map.length; count++) {
			map[stored(shape, place)] = source.at(place);
			for (int axis = dims.length - 1; axis >= 0 && ++place[axis] == dims[axis]; axis--) {
				place[axis] = 0;
			}
		}
		return map;
	}

	/** The index of the stored element at a place in the file's order. */
	static int stored(Shape shape, int[] place) {
		int[] strides = strides(shape);
		int index = 0;
		for (int axis = 0; axis < place.length; axis++) {
			index += place[axis] * strides[axis];
		}
		return index;
	}

	/** How far apart stored elements are that follow each other along each axis of the file's order. */
	static int[] strides(Shape shape) {
		int[] stored = shape.stored();
		int[] strides = new int[stored.length];
		for (int axis = 0; axis < strides.length; axis++) {
			int stride = 1;
			for (int later = shape.storedAxis(axis) + 1; later < stored.length; later++) {
				stride *= stored[later];
			}
			strides[axis] = stride;
		}
		return strides;
	}

	/** The index, in C order of {@code dims}, of a place when axes of size 1 stretch. */
	static int stretched(int[] dims, int[] place) {
		int index = 0;
		for (int axis = 0; axis < dims.length; axis++) {
			index = index * dims[axis] + (dims[axis] == 1 ? 0 : place[axis]);
		}
		return index;
	}

	/** The index of the stored element of a shape at a place when axes of size 1 stretch. */
	static int stretchedStored(Shape shape, int[] place) {
		int[] own = new int[place.length];
		for (int axis = 0; axis < place.length; axis++) {
			own[axis] = shape.dim(axis) == 1 ? 0 : place[axis];
		}
		return stored(shape, own);
	}
}
