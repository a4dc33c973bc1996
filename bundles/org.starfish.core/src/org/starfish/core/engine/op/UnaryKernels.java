// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.engine.onednn.Description;
import org.starfish.core.engine.onednn.PrimitiveDescriptor;

/** Finds oneDNN's kernels for an operation of one input. */
interface UnaryKernels {
	/** The kernel that computes the output. */
	PrimitiveDescriptor forward(Description from, Description to);

	/**
	 * The kernel that computes the input's gradient.
	 *
	 * @param found the forward kernel
	 * @param to of the input's gradient
	 * @param from of the output's gradient
	 */
	PrimitiveDescriptor backward(PrimitiveDescriptor found, Description to, Description from);
}
