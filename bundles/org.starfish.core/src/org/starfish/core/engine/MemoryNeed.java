// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine;

import java.util.List;
import java.util.Map;

import org.bytedeco.javacpp.Pointer;
import org.starfish.core.MemoryLimit;
import org.starfish.core.StarfishException;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;

/** Refuses plans that would not fit into the memory before anything is allocated. */
final class MemoryNeed {
	/** Beside its activation and gradient, a layer's op keeps maps, scratch and native copies of about the same size. */
	private static final int COPIES = 3;

	private static final String SMALLER = "use a smaller picture";

	private MemoryNeed() {
	}

	/** About how many bytes the values and weights of a plan take. */
	static long of(List<Layer> needed, Map<String, Shape> shapes, PlanRequest request) {
		long values = 0;
		long weights = 0;
		for (Layer layer : needed) {
			values += shapes.get(layer.name()).size() * request.batch();
			weights += layer.operation().parameters();
		}
		int copies = request.gradient() ? 2 : 1;
		return Float.BYTES * (values * (COPIES + copies - 1) + weights * copies);
	}

	static void check(Network network, List<Layer> needed, Map<String, Shape> shapes, PlanRequest request)
			throws StarfishException {
		for (Layer layer : needed) {
			long size = Math.multiplyExact(shapes.get(layer.name()).size(), (long) request.batch());
			if (size > Integer.MAX_VALUE - 8) {
				throw new StarfishException("Layer '%s' of %s answers %d numbers at once, more than can be held; use a smaller picture or batch."
						.formatted(layer.name(), network.file().getFileName(), size));
			}
		}
		// Half of it, since what is reckoned errs on the large side.
		long need = of(needed, shapes, request) / 2;
		String what = "%s, for an input of %s,".formatted(network.file().getFileName(), request.inputShape());
		MemoryLimit.ofVirtualMachine().require(need, what, SMALLER);
		// Most of it lies outside the heap, where JavaCPP watches over the memory of the whole process.
		if (Pointer.maxPhysicalBytes() > 0) {
			new MemoryLimit(Pointer.maxPhysicalBytes(), Pointer::physicalBytes, System::gc).require(need, what, SMALLER);
		}
	}
}
