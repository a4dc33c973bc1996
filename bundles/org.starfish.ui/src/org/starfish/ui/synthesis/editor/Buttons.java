// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Makes buttons, and lets controls take no place when they are not seen. */
final class Buttons {
	private Buttons() {
	}

	/** A button that does something. */
	static Button push(Composite parent, String text, String hint, Runnable action) {
		var button = new Button(parent, SWT.PUSH);
		button.setText(text);
		button.setToolTipText(hint);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
		return button;
	}

	/** Shows a control that lies in a grid, or takes it out. */
	static void show(Control control, boolean shown) {
		control.setVisible(shown);
		GridData data = control.getLayoutData() instanceof GridData given ? given : new GridData();
		data.exclude = !shown;
		control.setLayoutData(data);
	}
}
