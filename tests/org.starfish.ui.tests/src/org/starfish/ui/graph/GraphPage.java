// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.starfish.core.image.Area;
import org.starfish.ui.tests.pages.Ui;

/** The graph of a model's layers. A page object that waits for layouts, which only its package sees. */
public final class GraphPage {
	private final GraphCanvas canvas;

	/**
	 * @param page of the editor, with the graph on it
	 */
	public GraphPage(Control page) {
		canvas = Ui.find(page, GraphCanvas.class);
		Ui.until("the graph to be laid out", () -> canvas.shown().isPresent());
	}

	/** Selects a layer, or the group that hides it. */
	public GraphPage select(String layer) {
		canvas.select(layer);
		return this;
	}

	/** Brings the open group into the middle, as far as there is something around it. */
	public GraphPage centre() {
		Area frame = canvas.shown().orElseThrow().frames().getFirst().area();
		canvas.centre(frame.x() + frame.width() / 2, frame.y() + frame.height() / 2);
		return this;
	}

	/** Zooms out by a step. */
	public GraphPage smaller() {
		Ui.key(canvas, SWT.NONE, '-');
		return this;
	}

	/** Opens the selected group, the first one. */
	public GraphPage open() {
		Ui.key(canvas, SWT.NONE, ' ');
		Ui.until("the group to open", () -> !canvas.shown().orElseThrow().frames().isEmpty());
		return this;
	}
}
