// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.pages;

import java.util.Map;
import java.util.TreeMap;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** The Properties view. */
public final class PropertiesPage {
	private final Control view;

	PropertiesPage(Control view) {
		this.view = view;
	}

	/** The values it shows, by {@code Category/Name}. */
	public Map<String, String> values() {
		var values = new TreeMap<String, String>();
		for (Tree tree : Ui.all(view, Tree.class, Tree::isVisible)) {
			for (TreeItem category : tree.getItems()) {
				for (TreeItem property : category.getItems()) {
					values.put(category.getText() + '/' + property.getText(), property.getText(1));
				}
			}
		}
		return values;
	}
}
