// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** Makes tool bars that lie on the ground of what they are in, which themes do not see to in editors. */
final class FlatBar {
	private FlatBar() {
	}

	static ToolBar in(Composite parent) {
		ToolBar bar = new ToolBar(parent, SWT.FLAT);
		bar.addPaintListener(event -> {
			if (!bar.getBackground().equals(parent.getBackground())) {
				bar.setBackground(parent.getBackground());
			}
		});
		return bar;
	}

	/** A tool bar of one item. */
	static ToolItem item(Composite parent, String hint, Runnable action) {
		ToolItem item = new ToolItem(in(parent), SWT.PUSH);
		item.setToolTipText(hint);
		item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
		return item;
	}
}
