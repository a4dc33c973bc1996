// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** Says what is wrong, with a button for each thing that may help. */
final class ProblemStrip {
	/** Stands on light and dark ground. */
	private static final Color EDGE = new Color(214, 158, 46);
	private static final int EDGE_WIDTH = 4;

	/**
	 * Something that may help.
	 *
	 * @param text on the button
	 * @param hint what it does, in one sentence
	 */
	record Help(String text, String hint, Runnable action) {
		@Override
		public boolean equals(Object other) {
			return other instanceof Help help && text.equals(help.text);
		}

		@Override
		public int hashCode() {
			return text.hashCode();
		}
	}

	private final Composite strip;
	private final Label sentence;
	private final Composite buttons;
	private List<Help> shown = List.of();

	ProblemStrip(Composite parent) {
		strip = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(10, 8).extendedMargins(EDGE_WIDTH, 0, 0, 0).applyTo(strip);
		var icon = new Label(strip, SWT.NONE);
		icon.setImage(PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_WARN_TSK));
		GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.BEGINNING).applyTo(icon);
		sentence = new Label(strip, SWT.WRAP);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(100, SWT.DEFAULT).applyTo(sentence);
		buttons = new Composite(strip, SWT.NONE);
		RowLayoutFactory.fillDefaults().wrap(true).spacing(6).applyTo(buttons);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(100, SWT.DEFAULT).applyTo(buttons);
		strip.addPaintListener(event -> paint(event.gc));
	}

	private void paint(GC gc) {
		Rectangle area = strip.getClientArea();
		gc.setForeground(EDGE);
		gc.setBackground(EDGE);
		gc.drawRectangle(0, 0, area.width - 1, area.height - 1);
		gc.fillRectangle(0, 0, EDGE_WIDTH, area.height);
	}

	Control control() {
		return strip;
	}

	/**
	 * Shows a problem, or none.
	 *
	 * @param problem in one sentence
	 * @return whether the strip looks otherwise than before
	 */
	boolean show(Optional<String> problem, List<Help> help) {
		boolean changed = strip.getVisible() != problem.isPresent() || !sentence.getText().equals(problem.orElse(""))
				|| !shown.equals(help);
		if (!changed) {
			return false;
		}
		sentence.setText(problem.orElse(""));
		if (!shown.equals(help)) {
			shown = List.copyOf(help);
			for (Control button : buttons.getChildren()) {
				button.dispose();
			}
			shown.forEach(this::button);
		}
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(100, SWT.DEFAULT).exclude(help.isEmpty())
				.applyTo(buttons);
		buttons.setVisible(!help.isEmpty());
		strip.setVisible(problem.isPresent());
		GridDataFactory.fillDefaults().grab(true, false).exclude(problem.isEmpty()).applyTo(strip);
		return true;
	}

	private void button(Help help) {
		var button = new Button(buttons, SWT.PUSH);
		button.setText(help.text());
		button.setToolTipText(help.hint());
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> help.action().run()));
	}
}
