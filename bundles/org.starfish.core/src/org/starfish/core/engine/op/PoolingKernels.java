// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.engine.onednn.Description;
import org.starfish.core.engine.onednn.PrimitiveDescriptor;
import org.starfish.core.engine.onednn.PrimitiveDescriptor.PoolingKind;
import org.starfish.core.network.operation.Pooling;

/**
 * Maxima or means of sliding windows without gaps.
 *
 * @param differentiable whether the places of maxima are kept for the gradient
 */
record PoolingKernels(Pooling pooling, Geometry g, boolean differentiable) implements UnaryKernels {
	/** Whether oneDNN knows this kind of pooling. */
	boolean exist() {
		boolean padded = g.top() > 0 || g.left() > 0 || g.bottom() > 0 || g.right() > 0;
		return g.dilationY() == 1 && g.dilationX() == 1 && (pooling.function() == Pooling.Function.MAXIMUM
				|| pooling.function() == Pooling.Function.AVERAGE && !(padded && pooling.countPadding()));
	}

	private PoolingKind kind() {
		return pooling.function() == Pooling.Function.MAXIMUM ? PoolingKind.MAXIMUM : PoolingKind.MEAN;
	}

	@Override
	public PrimitiveDescriptor forward(Description from, Description to) {
		return PrimitiveDescriptor.pooling(kind(), differentiable, from, to, g.window());
	}

	@Override
	public PrimitiveDescriptor backward(PrimitiveDescriptor found, Description to, Description from) {
		return PrimitiveDescriptor.poolingGradient(kind(), found, to, from, g.window());
	}
}
