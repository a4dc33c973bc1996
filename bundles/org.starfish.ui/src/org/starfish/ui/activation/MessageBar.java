// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** A line that says what has gone wrong and what to do; seen only when there is something to say. */
final class MessageBar {
	private final Composite bar;
	private final Label text;

	MessageBar(Composite parent) {
		bar = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).margins(8, 4).applyTo(bar);
		ISharedImages images = PlatformUI.getWorkbench().getSharedImages();
		new Label(bar, SWT.NONE).setImage(images.getImage(ISharedImages.IMG_OBJS_WARN_TSK));
		text = new Label(bar, SWT.WRAP);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(100, SWT.DEFAULT).applyTo(text);
		FlatBar.item(bar, Messages.MessageBar_close, this::hide).setText("\u00d7");
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(bar);
		bar.setVisible(false);
	}

	Control control() {
		return bar;
	}

	/** Says something. */
	void show(String sentence) {
		text.setText(sentence);
		set(true);
	}

	/** Says nothing any more. */
	void hide() {
		if (bar.getVisible()) {
			set(false);
		}
	}

	/** What is being said; empty for nothing. */
	String text() {
		return bar.getVisible() ? text.getText() : "";
	}

	private void set(boolean shown) {
		((GridData) bar.getLayoutData()).exclude = !shown;
		bar.setVisible(shown);
		bar.layout(true);
		bar.getParent().layout(true);
	}
}
