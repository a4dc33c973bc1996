// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.engine.onednn.Description;
import org.starfish.core.engine.onednn.PrimitiveDescriptor;
import org.starfish.core.network.operation.LocalResponseNormalization;

/**
 * Local response normalization across channels.
 *
 * @param differentiable whether the sums are kept for the gradient
 */
record LocalResponseNormalizationKernels(LocalResponseNormalization lrn, boolean differentiable)
		implements UnaryKernels {
	/** Whether oneDNN's windows, which reach equally far to both sides, can be the layer's. */
	boolean exist() {
		return lrn.size() % 2 == 1;
	}

	@Override
	public PrimitiveDescriptor forward(Description from, Description to) {
		return PrimitiveDescriptor.localResponseNormalization(differentiable, from, lrn.size(), lrn.alpha(), lrn.beta(),
				lrn.k());
	}

	@Override
	public PrimitiveDescriptor backward(PrimitiveDescriptor found, Description to, Description from) {
		return PrimitiveDescriptor.localResponseNormalizationGradient(found, from, lrn.size(), lrn.alpha(), lrn.beta(),
				lrn.k());
	}
}
