// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

/** Visits the elements of an array in C order and says where each lies in another one with other strides. */
final class Walk {
	private final int[] dims;
	private final int[] strides;
	private final int[] position;
	private int offset;

	/**
	 * @param dims the shape that is visited
	 * @param strides the distance in the other array between neighbours along each axis; 0 to stretch
	 */
	Walk(int[] dims, int[] strides) {
		this.dims = dims;
		this.strides = strides;
		this.position = new int[dims.length];
	}

	/** The distance in C order between neighbours along each axis. */
	static int[] strides(int[] dims) {
		int[] strides = new int[dims.length];
		int stride = 1;
		for (int axis = dims.length - 1; axis >= 0; axis--) {
			strides[axis] = stride;
			stride *= dims[axis];
		}
		return strides;
	}

	/** Where the next element lies in the other array. */
	int next() {
		int here = offset;
		for (int axis = dims.length - 1; axis >= 0; axis--) {
			offset += strides[axis];
			if (++position[axis] < dims[axis]) {
				break;
			}
			offset -= strides[axis] * dims[axis];
			position[axis] = 0;
		}
		return here;
	}
}
