// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Zooms and moves a picture by mouse and keys. */
final class PictureNavigation {
	private static final double STEP = 1.25;
	private static final double ARROW = 0.1;

	private final PictureCanvas canvas;
	private final PictureZoom zoom;
	/** Where the pointer was last, while it drags. */
	private Point dragged;

	PictureNavigation(PictureCanvas canvas, PictureZoom zoom) {
		this.canvas = canvas;
		this.zoom = zoom;
		canvas.addListener(SWT.MouseVerticalWheel, event -> {
			around(event.x, event.y, event.count > 0 ? STEP : 1 / STEP);
			event.doit = false;
		});
		canvas.addMouseListener(MouseListener.mouseDownAdapter(event -> {
			canvas.setFocus();
			dragged = event.button == 1 ? new Point(event.x, event.y) : null;
		}));
		canvas.addMouseListener(MouseListener.mouseUpAdapter(event -> dragged = null));
		canvas.addMouseListener(MouseListener.mouseDoubleClickAdapter(event -> zoom.reset()));
		canvas.addMouseMoveListener(this::drag);
		canvas.addKeyListener(KeyListener.keyPressedAdapter(this::key));
		canvas.addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT
				&& event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
	}

	private void around(int x, int y, double times) {
		Rectangle area = canvas.area();
		zoom.zoom(times, (double) (x - area.x) / area.width, (double) (y - area.y) / area.height);
	}

	private void drag(MouseEvent event) {
		if (dragged != null && zoom.factor() > 1) {
			Rectangle area = canvas.area();
			zoom.move(zoom.x() - (double) (event.x - dragged.x) / area.width,
					zoom.y() - (double) (event.y - dragged.y) / area.height);
			dragged = new Point(event.x, event.y);
		}
	}

	private void key(KeyEvent event) {
		double step = ARROW / zoom.factor();
		switch (event.keyCode) {
		case SWT.ARROW_LEFT -> zoom.move(zoom.x() - step, zoom.y());
		case SWT.ARROW_RIGHT -> zoom.move(zoom.x() + step, zoom.y());
		case SWT.ARROW_UP -> zoom.move(zoom.x(), zoom.y() - step);
		case SWT.ARROW_DOWN -> zoom.move(zoom.x(), zoom.y() + step);
		default -> {
			switch (event.character) {
			case '+', '=' -> zoom.zoom(STEP, zoom.x(), zoom.y());
			case '-' -> zoom.zoom(1 / STEP, zoom.x(), zoom.y());
			case '0' -> zoom.reset();
			default -> {
				// Not for us.
			}
			}
		}
		}
	}
}
