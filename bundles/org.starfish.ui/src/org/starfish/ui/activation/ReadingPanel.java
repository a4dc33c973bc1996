// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;

/** What the editor shows while a model is being read, and when it cannot be read. */
final class ReadingPanel {
	private static final int TEXT_WIDTH = 480;

	private final ModelSession session;
	private final Composite panel;
	private final Label sentence;
	private final ProgressBar progress;
	private final Button button;

	ReadingPanel(Composite parent, ModelSession session) {
		this.session = session;
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
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> pressed()));
	}

	Composite control() {
		return panel;
	}

	/** Shows how the reading stands. */
	void refresh() {
		boolean reading = session.isReading();
		sentence.setText(session.trouble()
				.orElseGet(() -> NLS.bind(Messages.ReadingPanel_reading, session.file().getFileName())));
		GridDataFactory.createFrom((GridData) progress.getLayoutData()).exclude(!reading)
				.applyTo(progress);
		progress.setVisible(reading);
		button.setText(reading ? Messages.ReadingPanel_cancel : Messages.ReadingPanel_again);
		panel.layout(true, true);
	}

	void setFocus() {
		button.setFocus();
	}

	private void pressed() {
		if (session.isReading()) {
			session.cancel();
		} else {
			session.open();
		}
	}
}
