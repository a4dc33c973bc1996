// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.starfish.core.activation.LayerActivation;

/** The line below the grid: what is selected or pointed to, what was computed, and how long it took. */
final class StatusLine {
	private static final double MILLISECOND = 1e6;

	private final ModelSession session;
	private final Composite line;
	private final Label left;
	private final Label right;
	private String standing = "";

	StatusLine(Composite parent, ModelSession session) {
		this.session = session;
		line = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 4).applyTo(line);
		left = new Label(line, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).hint(20, SWT.DEFAULT).applyTo(left);
		right = new Label(line, SWT.RIGHT);
		right.setForeground(GridColors.muted(right));
	}

	Control control() {
		return line;
	}

	/**
	 * Shows how things are.
	 *
	 * @param zoom of the grid; 1 for the usual size
	 */
	void refresh(GridState state, double zoom) {
		standing = session.isAsking() ? NLS.bind(Messages.StatusLine_asking, session.layer().orElse(""))
				: state == null ? ""
				: session.unit().map(unit -> NLS.bind(Messages.StatusLine_selected, unit)).orElse("");
		left.setText(standing);
		right.setText(state == null ? ""
				: NLS.bind(Messages.StatusLine_right, time(state.activation()), Math.round(100 * zoom)));
		line.layout(true);
	}

	/** Shows what the mouse points to; empty when to nothing. */
	void point(String text) {
		left.setText(text.isEmpty() ? standing : text);
	}

	/** Says what was done, until something else is to be said. */
	void say(String sentence) {
		left.setText(sentence);
	}

	private static String time(LayerActivation activation) {
		return activation.nanoseconds() == 0 ? Messages.StatusLine_known
				: NLS.bind(Messages.StatusLine_forward, Math.max(1, Math.round(activation.nanoseconds() / MILLISECOND)));
	}
}
