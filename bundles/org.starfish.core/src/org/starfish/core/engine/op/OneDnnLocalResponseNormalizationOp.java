// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.engine.onednn.Description;
import org.starfish.core.engine.onednn.PrimitiveDescriptor;
import org.starfish.core.network.operation.LocalResponseNormalization;

/** Local response normalization across channels by oneDNN. */
final class OneDnnLocalResponseNormalizationOp extends OneDnnUnaryOp {
	private final LocalResponseNormalization lrn;

	OneDnnLocalResponseNormalizationOp(Value input, Value output, LocalResponseNormalization lrn) {
		super(input, output, (from, to) -> PrimitiveDescriptor.localResponseNormalization(input.isDifferentiable(), from,
				lrn.size(), lrn.alpha(), lrn.beta(), lrn.k()));
		this.lrn = lrn;
	}

	/** Whether oneDNN's windows, which reach equally far to both sides, can be the layer's. */
	static boolean canDo(LocalResponseNormalization lrn) {
		return lrn.size() % 2 == 1;
	}

	@Override
	protected PrimitiveDescriptor backward(PrimitiveDescriptor found, Description to, Description from) {
		return PrimitiveDescriptor.localResponseNormalizationGradient(found, from, lrn.size(), lrn.alpha(), lrn.beta(),
				lrn.k());
	}
}
