// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** What is seen before the network is shown a picture: how to show it one. */
final class EmptyPanel {
	private static final int MARGIN = 24;
	private static final int CORNER = 16;

	private final Composite panel;
	private final Button first;

	/**
	 * @param example what shows an example
	 */
	EmptyPanel(Composite parent, PictureMenu pictures, Optional<Runnable> example) {
		panel = new Composite(parent, SWT.DOUBLE_BUFFERED);
		GridLayoutFactory.fillDefaults().margins(2 * MARGIN, 2 * MARGIN).applyTo(panel);
		panel.addPaintListener(event -> {
			Rectangle area = panel.getClientArea();
			event.gc.setForeground(GridColors.muted(panel));
			event.gc.setLineStyle(SWT.LINE_DASH);
			event.gc.drawRoundRectangle(MARGIN, MARGIN, area.width - 2 * MARGIN, area.height - 2 * MARGIN, CORNER, CORNER);
		});
		panel.addListener(SWT.Resize, event -> panel.redraw());
		Composite column = new Composite(panel, SWT.NONE);
		GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).grab(true, true).applyTo(column);
		GridLayoutFactory.fillDefaults().spacing(8, 12).applyTo(column);
		Label text = new Label(column, SWT.WRAP | SWT.CENTER);
		text.setText(Messages.EmptyPanel_text);
		GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(text);
		Composite buttons = new Composite(column, SWT.NONE);
		GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(buttons);
		RowLayoutFactory.fillDefaults().spacing(8).applyTo(buttons);
		first = button(buttons, Messages.EmptyPanel_workspace, pictures::fromWorkspace);
		button(buttons, Messages.EmptyPanel_computer, pictures::fromComputer);
		button(buttons, Messages.EmptyPanel_paste, pictures::paste);
		example.ifPresent(action -> button(buttons, Messages.EmptyPanel_example, action));
	}

	private static Button button(Composite parent, String text, Runnable action) {
		Button button = new Button(parent, SWT.PUSH);
		button.setText(text);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
		return button;
	}

	void setFocus() {
		first.setFocus();
	}

	Control control() {
		return panel;
	}
}
