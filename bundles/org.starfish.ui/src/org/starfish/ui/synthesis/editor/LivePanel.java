// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.util.ArrayDeque;
import java.util.Deque;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.starfish.core.StarfishException;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.ui.activation.GridColors;
import org.starfish.ui.synthesis.Fonts;

/** Changes parameters of the ascent that runs, and takes changes back. */
final class LivePanel {
	private record Former(Parameter parameter, Object value) {
	}

	private final EditorActions actions;
	private final Composite panel;
	private final LiveFields fields;
	private final Button undo;
	private final Deque<Former> former = new ArrayDeque<>();
	private Parameters values = Parameters.NEUTRAL;

	LivePanel(Composite parent, EditorActions actions) {
		this.actions = actions;
		panel = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(panel);
		var head = new Composite(panel, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 0).applyTo(head);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
		var title = new Label(head, SWT.NONE);
		title.setText(Messages.LivePanel_title);
		title.setFont(Fonts.bold(title));
		var hint = new Label(head, SWT.NONE);
		hint.setText(Messages.LivePanel_recorded);
		hint.setForeground(GridColors.muted(hint));
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(hint);
		undo = Buttons.push(head, Messages.LivePanel_undo, Messages.LivePanel_undoHint, this::undo);
		undo.setEnabled(false);
		fields = new LiveFields(panel, this::change);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(fields.control());
	}

	Control control() {
		return panel;
	}

	/** Shows the values of the next step. */
	void show(Parameters now) {
		if (!now.equals(values)) {
			values = now;
			fields.show(now);
		}
	}

	/** How many parameters are seen. */
	int rows() {
		return fields.count();
	}

	private void change(Parameter parameter, Object value) throws StarfishException {
		Object before = values.value(parameter);
		actions.change(parameter, value);
		former.push(new Former(parameter, before));
		undo.setEnabled(true);
	}

	private void undo() {
		Former last = former.pop();
		undo.setEnabled(!former.isEmpty());
		try {
			actions.change(last.parameter(), last.value());
		} catch (StarfishException e) {
			throw new IllegalStateException("it was so before", e);
		}
	}
}
