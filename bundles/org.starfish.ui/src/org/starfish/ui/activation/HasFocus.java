// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Finds out where the keyboard is. */
final class HasFocus {
	private HasFocus() {
	}

	/** Whether a control or one in it has the focus. */
	static boolean within(Composite composite) {
		for (Control control = composite.getDisplay().getFocusControl(); control != null; control = control.getParent()) {
			if (control == composite) {
				return true;
			}
		}
		return false;
	}
}
