// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The page that shows what a layer answers to a picture. */
final class ActivationsPage implements EditorPage {
	private final Composite page;

	ActivationsPage(Composite parent, ModelSession session, LayerDisplay display) {
		page = new Composite(parent, SWT.NONE);
	}

	@Override
	public Control control() {
		return page;
	}

	@Override
	public void setFocus() {
		page.setFocus();
	}
}
