// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine;

import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;

/** Makes networks run. */
public final class Engine {
	private Engine() {
	}

	/**
	 * Makes the part of a network that some layers need ready to run.
	 *
	 * @throws StarfishException if a layer cannot take an input of that shape, or the memory does not suffice; names
	 *         the layer
	 */
	public static Plan compile(Network network, PlanRequest request) throws StarfishException {
		Backend.description();
		return new CompiledPlan(network, request);
	}

	/**
	 * About how many bytes a plan would take; nothing is allocated.
	 *
	 * @throws StarfishException if a layer cannot take an input of that shape; names the layer
	 */
	public static long memory(Network network, PlanRequest request) throws StarfishException {
		List<Layer> needed = network.needed(request.layers());
		return MemoryNeed.of(needed, network.shapes(request.inputShape(), needed), request);
	}

	/** Which backend runs and why, for the user's eyes. */
	public static String description() {
		return Backend.description();
	}

	/** What computes, in one word, as {@code onednn-2.5.2-avx512}. Rounding depends on it. */
	public static String variant() {
		return Backend.variant();
	}

	/** The number of threads that the native library uses. Rounding may depend on it. */
	public static int threads() {
		return Backend.threads();
	}
}
