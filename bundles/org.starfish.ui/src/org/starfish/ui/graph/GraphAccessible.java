// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Tells screen readers about a graph: a list of boxes in running order, one of which may be selected. */
final class GraphAccessible {
	private final GraphCanvas canvas;

	GraphAccessible(GraphCanvas canvas) {
		this.canvas = canvas;
		canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = child(event.childID).map(NodeDescription::of).orElse(Messages.GraphAccessible_name);
			}

			@Override
			public void getHelp(AccessibleEvent event) {
				event.result = Messages.GraphAccessible_help;
			}
		});
		canvas.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
			@Override
			public void getRole(AccessibleControlEvent event) {
				event.detail = event.childID == ACC.CHILDID_SELF ? ACC.ROLE_LIST : ACC.ROLE_LISTITEM;
			}

			@Override
			public void getChildCount(AccessibleControlEvent event) {
				event.detail = boxes().size();
			}

			@Override
			public void getChildren(AccessibleControlEvent event) {
				event.children = new Object[boxes().size()];
				for (int i = 0; i < event.children.length; i++) {
					event.children[i] = i;
				}
			}

			@Override
			public void getChildAtPoint(AccessibleControlEvent event) {
				Point point = canvas.toControl(event.x, event.y);
				event.childID = canvas.at(point.x, point.y).map(GraphAccessible.this::index).orElse(ACC.CHILDID_SELF);
			}

			@Override
			public void getLocation(AccessibleControlEvent event) {
				child(event.childID).flatMap(canvas::place).ifPresent(place -> {
					Point corner = canvas.toDisplay(place.x, place.y);
					locate(event, new Rectangle(corner.x, corner.y, place.width, place.height));
				});
			}

			@Override
			public void getState(AccessibleControlEvent event) {
				event.detail = ACC.STATE_FOCUSABLE | ACC.STATE_SELECTABLE;
				if (canvas.isFocusControl()) {
					event.detail |= ACC.STATE_FOCUSED;
				}
				if (child(event.childID).equals(canvas.selection()) && canvas.selection().isPresent()) {
					event.detail |= ACC.STATE_SELECTED;
				}
			}

			@Override
			public void getSelection(AccessibleControlEvent event) {
				event.childID = selected();
			}

			@Override
			public void getFocus(AccessibleControlEvent event) {
				event.childID = canvas.isFocusControl() ? selected() : ACC.CHILDID_NONE;
			}
		});
	}

	private static void locate(AccessibleControlEvent event, Rectangle place) {
		event.x = place.x;
		event.y = place.y;
		event.width = place.width;
		event.height = place.height;
	}

	/** Another box is selected. */
	void selectionChanged() {
		canvas.getAccessible().selectionChanged();
		canvas.getAccessible().setFocus(selected());
	}

	private int selected() {
		return canvas.selection().map(this::index).orElse(ACC.CHILDID_SELF);
	}

	private List<GraphLayout.Box> boxes() {
		return canvas.shown().map(GraphLayout::boxes).orElse(List.of());
	}

	private int index(GraphNode node) {
		List<GraphLayout.Box> boxes = boxes();
		for (int i = 0; i < boxes.size(); i++) {
			if (boxes.get(i).node() == node) {
				return i;
			}
		}
		return ACC.CHILDID_SELF;
	}

	private Optional<GraphNode> child(int id) {
		List<GraphLayout.Box> boxes = boxes();
		return id >= 0 && id < boxes.size() ? Optional.of(boxes.get(id).node()) : Optional.empty();
	}
}
