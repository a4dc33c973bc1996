// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine;

import java.util.List;
import java.util.Map;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;

/** Refuses plans that would not fit into the memory before anything is allocated. */
final class MemoryNeed {
	private static final long MEGABYTE = 1 << 20;
	/** Beside its activation and gradient, a layer's op keeps maps, scratch and native copies of about the same size. */
	private static final int COPIES = 3;

	private MemoryNeed() {
	}

	static void check(Network network, List<Layer> needed, Map<String, Shape> shapes, PlanRequest request)
			throws StarfishException {
		long elements = 0;
		for (Layer layer : needed) {
			long size = Math.multiplyExact(shapes.get(layer.name()).size(), (long) request.batch());
			if (size > Integer.MAX_VALUE - 8) {
				throw new StarfishException("Layer '%s' of %s answers %d numbers at once, more than can be held; use a smaller picture or batch."
						.formatted(layer.name(), network.file().getFileName(), size));
			}
			elements += size;
		}
		long need = elements * Float.BYTES * (request.gradient() ? 2 + COPIES : COPIES);
		Runtime runtime = Runtime.getRuntime();
		long room = runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
		if (need / 2 > room) {
			throw new StarfishException("%s needs about %d MB for an input of %s, and %d MB are free; give Starfish more memory (-Xmx), or use a smaller picture."
					.formatted(network.file().getFileName(), need / 2 / MEGABYTE, request.inputShape(), room / MEGABYTE));
		}
	}
}
