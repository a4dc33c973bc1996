// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseAdapter;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.widgets.Event;

/**
 * The mouse on a graph: a click selects, a double click enters, dragging moves the graph, the wheel scrolls and with
 * Ctrl zooms. In the small map, it moves the window.
 */
final class GraphMouse extends MouseAdapter {
	/** Less is no dragging but an unsteady hand. */
	private static final int STEADY = 4;

	private enum Drag {
		NONE, MAYBE, GRAPH, MAP
	}

	private final GraphCanvas canvas;
	private Drag drag = Drag.NONE;
	private int lastX;
	private int lastY;

	GraphMouse(GraphCanvas canvas) {
		this.canvas = canvas;
		canvas.addMouseListener(this);
		canvas.addMouseMoveListener(this::moved);
		canvas.addListener(SWT.MouseVerticalWheel, this::turned);
		canvas.addListener(SWT.MouseHorizontalWheel, event -> {
			canvas.pan(-scrolled(event.count), 0);
			event.doit = false;
		});
		canvas.addListener(SWT.MouseExit, event -> canvas.hover(null));
	}

	@Override
	public void mouseDown(MouseEvent event) {
		canvas.forceFocus();
		if (event.button == 1 && canvas.minimap().filter(map -> map.bounds().contains(event.x, event.y)).isPresent()) {
			drag = Drag.MAP;
			centre(event);
			return;
		}
		Optional<GraphNode> node = canvas.at(event.x, event.y);
		if (event.button == 1 && node.filter(hit -> canvas.isToggle(hit, event.x)).isPresent()) {
			canvas.choose(node.get());
			canvas.toggle(node.get());
			return;
		}
		if (event.button == 1) {
			drag = Drag.MAYBE;
			lastX = event.x;
			lastY = event.y;
		} else if (event.button == 2) {
			drag = Drag.GRAPH;
			lastX = event.x;
			lastY = event.y;
			return;
		}
		canvas.choose(node.orElse(null));
	}

	private void moved(MouseEvent event) {
		switch (drag) {
		case MAP -> centre(event);
		case MAYBE -> {
			if (Math.abs(event.x - lastX) > STEADY || Math.abs(event.y - lastY) > STEADY) {
				drag = Drag.GRAPH;
				canvas.setCursor(canvas.getDisplay().getSystemCursor(SWT.CURSOR_SIZEALL));
			}
		}
		case GRAPH -> {
			canvas.pan(lastX - event.x, lastY - event.y);
			lastX = event.x;
			lastY = event.y;
		}
		case NONE -> {
			boolean onMap = canvas.minimap().filter(map -> map.bounds().contains(event.x, event.y)).isPresent();
			canvas.hover(onMap ? null : canvas.at(event.x, event.y).orElse(null));
		}
		}
	}

	@Override
	public void mouseUp(MouseEvent event) {
		drag = Drag.NONE;
		canvas.setCursor(null);
	}

	@Override
	public void mouseDoubleClick(MouseEvent event) {
		if (event.button == 1 && canvas.minimap().filter(map -> map.bounds().contains(event.x, event.y)).isEmpty()) {
			canvas.at(event.x, event.y).filter(node -> !canvas.isToggle(node, event.x)).ifPresent(canvas::enter);
		}
	}

	private void centre(MouseEvent event) {
		canvas.minimap().ifPresent(map -> canvas.centre(map.toGraphX(event.x), map.toGraphY(event.y)));
	}

	private void turned(Event event) {
		if ((event.stateMask & SWT.MOD1) != 0) {
			canvas.zoomBy(Integer.signum(event.count), event.x, event.y);
		} else if ((event.stateMask & SWT.SHIFT) != 0) {
			canvas.pan(-scrolled(event.count), 0);
		} else {
			canvas.pan(0, -scrolled(event.count));
		}
		event.doit = false;
	}

	private static int scrolled(int count) {
		return count * 16;
	}
}
