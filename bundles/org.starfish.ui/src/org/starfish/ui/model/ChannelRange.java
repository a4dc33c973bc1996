// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Channels of a layer that follow each other. Many are parted into hundreds, as a debugger does with arrays, since
 * nobody finds anything in a list of two thousand.
 *
 * @param above the layer, or the larger range it lies in
 * @param layer the layer
 * @param from the first channel
 * @param to the one behind the last
 */
record ChannelRange(ExplorerNode above, LayerNode layer, int from, int to) implements ExplorerNode {
	private static final int MOST = 100;

	/** The channels of a layer: each of them, or hundreds of them. */
	static List<? extends ExplorerNode> of(ExplorerNode above, LayerNode layer, int from, int to) {
		int count = to - from;
		if (count <= MOST) {
			return IntStream.range(from, to).mapToObj(index -> new ChannelNode(above, layer, index)).toList();
		}
		int step = MOST;
		while (count > (long) step * MOST) {
			step *= MOST;
		}
		int each = step;
		return IntStream.range(0, (count + each - 1) / each).mapToObj(
				i -> new ChannelRange(above, layer, from + i * each, Math.min(to, from + (i + 1) * each))).toList();
	}

	/** Whether these are all channels of the layer. */
	boolean isAll() {
		return to - from == layer.channels();
	}

	@Override
	public ModelNode model() {
		return layer.model();
	}

	@Override
	public Optional<ExplorerNode> parent() {
		return Optional.of(above);
	}

	@Override
	public boolean hasChildren() {
		return true;
	}

	@Override
	public List<? extends ExplorerNode> children() {
		return of(this, layer, from, to);
	}

	@Override
	public Object element() {
		return layer.element();
	}
}
