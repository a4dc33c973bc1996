// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import java.util.Optional;
import java.util.function.BiFunction;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** The keys on a graph: arrows walk along the edges, Enter enters, Space opens and closes groups, + - 0 F zoom. */
final class GraphKeys {
	private final GraphCanvas canvas;

	GraphKeys(GraphCanvas canvas) {
		this.canvas = canvas;
		canvas.addListener(SWT.KeyDown, this::pressed);
		canvas.addListener(SWT.Traverse, GraphKeys::traverse);
	}

	/** Tab leaves the graph; Enter is for it, not for the default button of a dialog. */
	private static void traverse(Event event) {
		event.doit = event.detail != SWT.TRAVERSE_RETURN && event.detail != SWT.TRAVERSE_ARROW_NEXT
				&& event.detail != SWT.TRAVERSE_ARROW_PREVIOUS;
	}

	private void pressed(Event event) {
		if ((event.stateMask & (SWT.MOD1 | SWT.MOD3)) != 0) {
			return;
		}
		switch (event.keyCode) {
		case SWT.ARROW_DOWN -> go(GraphNavigation::down);
		case SWT.ARROW_UP -> go(GraphNavigation::up);
		case SWT.ARROW_LEFT -> go(GraphNavigation::left);
		case SWT.ARROW_RIGHT -> go(GraphNavigation::right);
		case SWT.HOME -> go((navigation, from) -> Optional.of(navigation.first()));
		case SWT.END -> go((navigation, from) -> Optional.of(navigation.last()));
		case SWT.PAGE_DOWN -> canvas.pan(0, canvas.getClientArea().height * 9 / 10);
		case SWT.PAGE_UP -> canvas.pan(0, -canvas.getClientArea().height * 9 / 10);
		case SWT.CR, SWT.KEYPAD_CR -> canvas.selection().ifPresent(canvas::enter);
		case SWT.KEYPAD_ADD -> canvas.zoomBy(1);
		case SWT.KEYPAD_SUBTRACT -> canvas.zoomBy(-1);
		case SWT.KEYPAD_0 -> canvas.showActualSize();
		default -> typed(event.character);
		}
	}

	private void typed(char character) {
		switch (character) {
		case '+', '=' -> canvas.zoomBy(1);
		case '-' -> canvas.zoomBy(-1);
		case '0' -> canvas.showActualSize();
		case 'f', 'F' -> canvas.fit();
		case ' ' -> canvas.selection().ifPresent(canvas::toggle);
		default -> {
			// Not for the graph.
		}
		}
	}

	private void go(BiFunction<GraphNavigation, GraphNode, Optional<GraphNode>> way) {
		canvas.shown().filter(layout -> !layout.boxes().isEmpty()).ifPresent(layout -> {
			var navigation = new GraphNavigation(layout);
			canvas.choose(canvas.selection().flatMap(from -> way.apply(navigation, from).or(canvas::selection))
					.orElseGet(navigation::first));
		});
	}
}
