// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

/** A field to type a {@link NamePattern} in, above what it filters. */
final class FilterBox {
	/** Milliseconds without typing after which the typed is looked for. */
	private static final int PAUSE = 150;

	private final Text text;
	private final Consumer<NamePattern> listener;
	private final Runnable tell = this::tell;
	private String told = "";

	/**
	 * @param hint shown as long as nothing is typed; also what a screen reader says
	 * @param listener told what to look for, when the user stops typing
	 */
	FilterBox(Composite parent, String hint, Consumer<NamePattern> listener) {
		this.listener = listener;
		text = new Text(parent, SWT.SINGLE | SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		text.setMessage(hint);
		AccessibleName.set(text, hint);
		text.addListener(SWT.Modify, event -> text.getDisplay().timerExec(PAUSE, tell));
		// Return, or the button that clears the field.
		text.addListener(SWT.DefaultSelection, event -> tell());
		text.addListener(SWT.KeyDown, this::clear);
	}

	private void clear(Event event) {
		if (event.keyCode == SWT.ESC && !text.getText().isEmpty()) {
			text.setText("");
			tell();
			event.doit = false;
		}
	}

	private void tell() {
		if (!text.isDisposed() && !text.getText().equals(told)) {
			told = text.getText();
			listener.accept(new NamePattern(told));
		}
	}

	/** Has something done when the user presses the down key, to go to what is filtered. */
	void onDown(Runnable work) {
		text.addListener(SWT.KeyDown, event -> {
			if (event.keyCode == SWT.ARROW_DOWN) {
				tell();
				work.run();
				event.doit = false;
			}
		});
	}

	/** The field. */
	Text control() {
		return text;
	}
}
