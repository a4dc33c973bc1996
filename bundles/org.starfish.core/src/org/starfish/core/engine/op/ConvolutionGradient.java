// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

/** How a convolution's gradient comes back to its input. */
interface ConvolutionGradient extends AutoCloseable {
	/** Adds to the input's gradient what the output's gradient means for it. */
	void run();

	@Override
	void close();
}
