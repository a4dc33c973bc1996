// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.starfish.core.image.Area;

/** The whole graph in a corner of the window. Of long graphs it is wider than they are, to be seen and hit. */
final class Minimap {
	private static final int MARGIN = 12;
	private static final int INSET = 5;
	/** The most columns it takes. */
	static final int WIDEST = 110;
	private static final int NARROWEST = 30;
	/** Of the window. */
	private static final double HIGHEST = 0.3;

	private final GraphLayout layout;
	private final Rectangle bounds;

	/**
	 * @param window the size of the window
	 */
	Minimap(GraphLayout layout, Point window) {
		this.layout = layout;
		double highest = window.y * HIGHEST;
		double scale = Math.min(WIDEST / layout.width(), highest / layout.height());
		int width = (int) Math.clamp(layout.width() * scale, NARROWEST, WIDEST);
		int height = (int) Math.clamp(layout.height() * scale, NARROWEST, Math.max(NARROWEST, highest));
		bounds = new Rectangle(window.x - MARGIN - 2 * INSET - width, window.y - MARGIN - 2 * INSET - height,
				width + 2 * INSET, height + 2 * INSET);
	}

	/** Where it lies in the window. */
	Rectangle bounds() {
		return bounds;
	}

	/** The column of the graph at a column of the window. */
	double toGraphX(int x) {
		return (x - bounds.x - INSET) * layout.width() / (bounds.width - 2 * INSET);
	}

	/** The row of the graph at a row of the window. */
	double toGraphY(int y) {
		return (y - bounds.y - INSET) * layout.height() / (bounds.height - 2 * INSET);
	}

	/** Where a rectangle of the graph lies in the window, at least a point in size. */
	Rectangle place(Area area) {
		double across = (bounds.width - 2 * INSET) / layout.width();
		double down = (bounds.height - 2 * INSET) / layout.height();
		int left = (int) Math.round(bounds.x + INSET + area.x() * across);
		int top = (int) Math.round(bounds.y + INSET + area.y() * down);
		return new Rectangle(left, top, Math.max(1, (int) Math.round(area.width() * across)),
				Math.max(1, (int) Math.round(area.height() * down)));
	}

	/**
	 * Draws it.
	 *
	 * @param shown the part of the graph that the window shows
	 * @param selected drawn in the colour of the selection; may be null
	 */
	void paint(GC gc, GraphColors colors, Area shown, GraphNode selected) {
		gc.setAlpha(235);
		gc.setBackground(colors.background());
		gc.fillRectangle(bounds);
		gc.setAlpha(255);
		for (GraphLayout.Box frame : layout.frames()) {
			gc.setBackground(colors.frame());
			gc.fillRectangle(place(frame.area()));
		}
		for (GraphLayout.Box box : layout.boxes()) {
			gc.setBackground(box.node() == selected ? colors.selection() : colors.family(box.node()));
			gc.fillRectangle(place(box.area()));
		}
		gc.setForeground(colors.border());
		gc.drawRectangle(bounds.x, bounds.y, bounds.width - 1, bounds.height - 1);
		Rectangle window = place(shown.intersection(new Area(0, 0, layout.width(), layout.height())));
		gc.setBackground(colors.detail());
		gc.setAlpha(40);
		gc.fillRectangle(window);
		gc.setAlpha(255);
		gc.setForeground(colors.detail());
		gc.drawRectangle(window.x, window.y, window.width - 1, window.height - 1);
	}
}
