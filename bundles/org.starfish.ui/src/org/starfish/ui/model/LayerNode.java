// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.views.properties.IPropertySource;
import org.starfish.core.model.LayerFacts;
import org.starfish.core.model.LayerTree;

/**
 * A layer, or layers grouped by their names, or both. Below it are the layers of the group, then the channels.
 *
 * @param above the model or group it lies in
 * @param tree what it shows
 */
record LayerNode(ExplorerNode above, LayerTree tree) implements ExplorerNode, IAdaptable {
	/** The layers right below a group. */
	static List<LayerNode> of(ExplorerNode above, LayerTree group) {
		return group.children().stream().map(child -> new LayerNode(above, child)).toList();
	}

	@Override
	public ModelNode model() {
		return above.model();
	}

	@Override
	public Optional<ExplorerNode> parent() {
		return Optional.of(above);
	}

	/** The facts of the layer; empty if it is a group only. */
	Optional<LayerFacts> facts() {
		return tree.layer();
	}

	/** The layer; empty if it is a group only. */
	Optional<LayerElement> layer() {
		return facts().map(facts -> new LayerElement(model().location(), facts));
	}

	/** The number of the layer's channels; 0 if it is a group only. */
	int channels() {
		return facts().map(facts -> facts.shape().channels()).orElse(0);
	}

	@Override
	public boolean hasChildren() {
		return true;
	}

	@Override
	public List<? extends ExplorerNode> children() {
		if (tree.children().isEmpty()) {
			return ChannelRange.of(this, this, 0, channels());
		}
		var children = new ArrayList<ExplorerNode>(of(this, tree));
		if (channels() > 0) {
			children.add(new ChannelRange(this, this, 0, channels()));
		}
		return children;
	}

	/** The layer, or this group, which adapts to the file of its model and to its properties. */
	@Override
	public Object element() {
		return layer().<Object>map(layer -> layer).orElse(this);
	}

	@Override
	public <T> T getAdapter(Class<T> type) {
		return type == IPropertySource.class ? type.cast(LayerProperties.of(tree)) : model().location().getAdapter(type);
	}

	/** A name is unique in its model; the tree below need not be compared. */
	@Override
	public boolean equals(Object other) {
		return other instanceof LayerNode node && model().equals(node.model()) && tree.path().equals(node.tree.path());
	}

	@Override
	public int hashCode() {
		return tree.path().hashCode();
	}

	@Override
	public String toString() {
		return tree.path();
	}
}
