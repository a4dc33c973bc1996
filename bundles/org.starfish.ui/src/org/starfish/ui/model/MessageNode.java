// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.List;
import java.util.Optional;

/**
 * Says in place of a model's layers that they are being loaded, or why that failed.
 *
 * @param model the model
 */
record MessageNode(ModelNode model) implements ExplorerNode {
	@Override
	public Optional<ExplorerNode> parent() {
		return Optional.of(model);
	}

	@Override
	public boolean hasChildren() {
		return false;
	}

	@Override
	public List<ExplorerNode> children() {
		return List.of();
	}

	@Override
	public Object element() {
		return model.element();
	}
}
