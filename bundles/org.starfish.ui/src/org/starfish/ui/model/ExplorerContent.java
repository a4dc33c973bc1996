// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import org.eclipse.jface.viewers.ITreeContentProvider;

/** Hands the nodes of the Model Explorer to its tree; its input are the {@link ModelNodes}. */
final class ExplorerContent implements ITreeContentProvider {
	@Override
	public Object[] getElements(Object input) {
		return ((ModelNodes) input).all().toArray();
	}

	@Override
	public boolean hasChildren(Object element) {
		return ((ExplorerNode) element).hasChildren();
	}

	@Override
	public Object[] getChildren(Object element) {
		return ((ExplorerNode) element).children().toArray();
	}

	@Override
	public Object getParent(Object element) {
		return ((ExplorerNode) element).parent().orElse(null);
	}
}
