// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;

/** What is seen in place of something that is not there yet: that it is being made, or why it cannot be. */
final class WaitPanel {
	private static final int TEXT_WIDTH = 480;

	private final Composite panel;
	private final Label sentence;
	private final ProgressBar progress;
	private final Button button;
	private Runnable action = () -> {
	};

	WaitPanel(Composite parent) {
		panel = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(24, 24).spacing(12, 12).applyTo(panel);
		var center = GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER);
		Composite column = new Composite(panel, SWT.NONE);
		center.copy().grab(true, true).applyTo(column);
		GridLayoutFactory.fillDefaults().spacing(12, 12).applyTo(column);
		sentence = new Label(column, SWT.WRAP | SWT.CENTER);
		center.copy().hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(sentence);
		progress = new ProgressBar(column, SWT.INDETERMINATE);
		center.copy().hint(TEXT_WIDTH / 2, SWT.DEFAULT).applyTo(progress);
		button = new Button(column, SWT.PUSH);
		center.applyTo(button);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
	}

	Composite control() {
		return panel;
	}

	/** Says that something is being done, and offers to cancel it. */
	void working(String what, Runnable cancel) {
		show(what, Messages.WaitPanel_cancel, cancel, true);
	}

	/** Says why something is not there, and offers to try again. */
	void failed(String why, Runnable again) {
		show(why, Messages.WaitPanel_again, again, false);
	}

	private void show(String text, String offer, Runnable offered, boolean working) {
		sentence.setText(text);
		((GridData) progress.getLayoutData()).exclude = !working;
		progress.setVisible(working);
		button.setText(offer);
		action = offered;
		panel.layout(true, true);
	}

	void setFocus() {
		button.setFocus();
	}
}
