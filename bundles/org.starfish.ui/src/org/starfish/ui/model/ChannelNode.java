// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.List;
import java.util.Optional;

/**
 * A channel of a layer.
 *
 * @param above the layer, or the range of channels it lies in
 * @param layer the layer
 * @param index of the channel
 */
record ChannelNode(ExplorerNode above, LayerNode layer, int index) implements ExplorerNode {
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
		return false;
	}

	@Override
	public List<ExplorerNode> children() {
		return List.of();
	}

	/** What the network's labels call it, if it is one of its outputs. */
	Optional<String> label() {
		return model().label(layer.facts().orElseThrow(), index);
	}

	@Override
	public UnitElement element() {
		return layer.layer().orElseThrow().channel(index);
	}
}
