// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.starfish.core.engine.ReluGradient;

/** A step of a compiled plan: reads some values, writes one. */
public interface Op extends AutoCloseable {
	/** The value it writes. */
	Value output();

	/** Computes the output from the inputs. */
	void forward();

	/** Adds to the inputs' gradients what the output's gradient means for them, at the inputs of the last forward. */
	void inputGradient(ReluGradient reluGradient);

	/** Which kernels were chosen by trial, of several that round differently; empty if there was no choice. */
	default String kernels() {
		return "";
	}

	/** Frees native memory, if there is any. */
	@Override
	default void close() {
		// Most ops live on the heap alone.
	}
}
