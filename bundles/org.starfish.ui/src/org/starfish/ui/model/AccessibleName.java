// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/** What a screen reader calls a control that has no label. */
final class AccessibleName extends AccessibleAdapter {
	private final String name;

	private AccessibleName(String name) {
		this.name = name;
	}

	/** Names a control. */
	static void set(Control control, String name) {
		control.getAccessible().addAccessibleListener(new AccessibleName(name));
	}

	@Override
	public void getName(AccessibleEvent event) {
		// Items of the control have names of their own.
		if (event.childID == ACC.CHILDID_SELF) {
			event.result = name;
		}
	}
}
