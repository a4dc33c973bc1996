// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.engine.onednn.Description;
import org.starfish.core.engine.onednn.PrimitiveDescriptor;
import org.starfish.core.engine.onednn.PrimitiveDescriptor.PoolingKind;
import org.starfish.core.network.operation.Pooling;

/** Maxima or means of sliding windows without gaps by oneDNN. */
final class OneDnnPoolingOp extends OneDnnUnaryOp {
	private final Geometry g;
	private final PoolingKind kind;

	OneDnnPoolingOp(Value input, Value output, Geometry g, Pooling pooling) {
		super(input, output, (from, to) -> PrimitiveDescriptor.pooling(kind(pooling), input.isDifferentiable(), from, to,
				g.window()));
		this.g = g;
		kind = kind(pooling);
	}

	private static PoolingKind kind(Pooling pooling) {
		return pooling.function() == Pooling.Function.MAXIMUM ? PoolingKind.MAXIMUM : PoolingKind.MEAN;
	}

	/** Whether oneDNN knows this kind of pooling. */
	static boolean canDo(Pooling pooling, Geometry g) {
		boolean padded = g.top() > 0 || g.left() > 0 || g.bottom() > 0 || g.right() > 0;
		return g.dilationY() == 1 && g.dilationX() == 1 && (pooling.function() == Pooling.Function.MAXIMUM
				|| pooling.function() == Pooling.Function.AVERAGE && !(padded && pooling.countPadding()));
	}

	@Override
	protected PrimitiveDescriptor backward(PrimitiveDescriptor found, Description to, Description from) {
		return PrimitiveDescriptor.poolingGradient(kind, found, to, from, g.window());
	}
}
