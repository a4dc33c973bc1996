// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

/** How a convolution's gradient comes back to its input. */
interface ConvolutionGradient extends AutoCloseable {
	/** What it is called where choices are kept. */
	String name();

	/** Adds to the input's gradient what the output's gradient means for it. */
	void run();

	@Override
	void close();
}
