// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.List;
import java.util.Optional;

/** A node in the tree of the Model Explorer. */
sealed interface ExplorerNode permits ModelNode, LayerNode, ChannelRange, ChannelNode, MessageNode {
	/** The model it belongs to. */
	ModelNode model();

	/** The node above; empty for a model. */
	Optional<ExplorerNode> parent();

	/** Whether there are nodes below. */
	boolean hasChildren();

	/** The nodes below, made when they are asked for. */
	List<? extends ExplorerNode> children();

	/** What other parts get to see when the node is selected. */
	Object element();
}
