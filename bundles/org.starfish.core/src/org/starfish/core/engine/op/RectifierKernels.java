// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.engine.onednn.Description;
import org.starfish.core.engine.onednn.PrimitiveDescriptor;

/** A rectifier, whose gradient is found from what it answered. */
record RectifierKernels(Rectifier rectifier) implements UnaryKernels {
	@Override
	public PrimitiveDescriptor forward(Description from, Description to) {
		return PrimitiveDescriptor.rectifier(rectifier.ceiling(), from);
	}

	@Override
	public PrimitiveDescriptor backward(PrimitiveDescriptor found, Description to, Description from) {
		return PrimitiveDescriptor.rectifierGradient(rectifier.ceiling(), found, from);
	}
}
