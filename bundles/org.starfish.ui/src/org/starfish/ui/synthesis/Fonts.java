// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Control;

/** Fonts made from that of a control, and disposed with it. */
public final class Fonts {
	private static final int LARGER = 2;

	private Fonts() {
	}

	/** For what is more important than other text. */
	public static Font bold(Control control) {
		return create(control, FontDescriptor.createFrom(control.getFont()).withStyle(SWT.BOLD));
	}

	/** For headings. */
	public static Font heading(Control control) {
		return create(control, FontDescriptor.createFrom(control.getFont()).withStyle(SWT.BOLD).increaseHeight(LARGER));
	}

	private static Font create(Control control, FontDescriptor descriptor) {
		return new LocalResourceManager(JFaceResources.getResources(), control).create(descriptor);
	}
}
