// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.pages;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;

/** The Project Explorer: items are named by project, folders and file. */
public final class ProjectExplorerPage {
	private final TreePage tree;

	ProjectExplorerPage(Control view) {
		tree = new TreePage(Ui.find(view, Tree.class));
	}

	/** The tree of projects. */
	public TreePage tree() {
		return tree;
	}

	/** The context menu of a project, folder or file. */
	public MenuPage contextMenu(String... path) {
		return tree.contextMenu(path);
	}
}
