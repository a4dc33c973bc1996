// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.contest;

import org.starfish.core.network.Network;

/** A library that computes networks. Runs in a virtual machine of its own. */
public interface Contender {
	/** What runs, with versions, for people. */
	String description();

	/**
	 * Makes everything ready that need not be done anew for each step.
	 *
	 * @param form how to do it, as {@link Exercise#form} named it before; empty to choose
	 * @throws Exception if it cannot compute this; the message says why
	 */
	Exercise prepare(Network network, Workload workload, String form) throws Exception;

	/** Work that is ready to be done over and over. */
	interface Exercise extends AutoCloseable {
		/** Does it once. */
		void step() throws Exception;

		/**
		 * What came out: the activation or the gradient, {@code [batch, h, w, c]} or {@code [batch, n]}; of no length where the library
		 * does not answer it.
		 */
		float[] result() throws Exception;

		/** How it is done, where there is a choice; else empty. */
		default String form() {
			return "";
		}

		@Override
		void close();
	}
}
