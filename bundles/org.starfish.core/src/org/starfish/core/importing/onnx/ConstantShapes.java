// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.util.Arrays;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;

/** What the graph itself asks about shapes. */
final class ConstantShapes {
	private ConstantShapes() {
	}

	/** The answer to {@code Shape} of a layer: the batch, left open, and its sizes. */
	static Constant shape(OnnxNode node, Shape shape) throws StarfishException {
		long[] sizes = new long[shape.rank() + 1];
		sizes[0] = Constant.BATCH;
		for (int axis = 0; axis < shape.rank(); axis++) {
			sizes[axis + 1] = shape.dim(axis);
		}
		return part(node, sizes);
	}

	/** The answer to {@code Shape} of constants. */
	static Constant shape(OnnxNode node, Constant constant) throws StarfishException {
		return part(node, Arrays.stream(constant.dims()).asLongStream().toArray());
	}

	private static Constant part(OnnxNode node, long[] sizes) throws StarfishException {
		int start = position(node.integer("start", 0), sizes.length);
		int end = position(node.integer("end", sizes.length), sizes.length);
		return Constant.ofWholes(Arrays.copyOfRange(sizes, start, Math.max(start, end)));
	}

	private static int position(int given, int length) {
		return Math.clamp(given < 0 ? given + length : given, 0, length);
	}
}
