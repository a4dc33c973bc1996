// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import org.starfish.core.image.Area;

/**
 * Which part of a graph a window shows, and how large. Content that is smaller than the window is centred; content that
 * is larger reaches over the window's edges, so that no space beyond it is shown. Lengths of the window are in points on
 * the screen, those of the graph in points at 100 %.
 */
final class Viewport {
	/** The largest that things are shown. */
	static final double LARGEST = 3;
	/** Large graphs can be made this small even if that is more than needed to fit them in. */
	static final double SMALLEST = 0.05;
	private static final double STEP = Math.pow(2, 0.25);

	private double contentWidth;
	private double contentHeight;
	private double width;
	private double height;
	private double zoom = 1;
	private double left;
	private double top;

	/** The graph has another size now. */
	void setContent(double newWidth, double newHeight) {
		contentWidth = newWidth;
		contentHeight = newHeight;
		clamp();
	}

	/** The window has another size now. */
	void setWindow(double newWidth, double newHeight) {
		width = newWidth;
		height = newHeight;
		clamp();
	}

	/** The size of things on the screen, 1 for 100 %. */
	double zoom() {
		return zoom;
	}

	/** The column of a point of the graph in the window. */
	double toWindowX(double x) {
		return (x - left) * zoom;
	}

	/** The row of a point of the graph in the window. */
	double toWindowY(double y) {
		return (y - top) * zoom;
	}

	/** The column of a point of the window in the graph. */
	double toGraphX(double x) {
		return left + x / zoom;
	}

	/** The row of a point of the window in the graph. */
	double toGraphY(double y) {
		return top + y / zoom;
	}

	/** The part of the graph that is to be seen, and perhaps some space around it. */
	Area shown() {
		return new Area(left, top, width / zoom, height / zoom);
	}

	/** Whether all of the graph is to be seen. */
	boolean showsAll() {
		return contentWidth * zoom <= width && contentHeight * zoom <= height;
	}

	/** Shows things in another size; what is at a point of the window stays there, if it can. */
	void zoomTo(double newZoom, double x, double y) {
		double graphX = toGraphX(x);
		double graphY = toGraphY(y);
		zoom = Math.clamp(newZoom, SMALLEST, LARGEST);
		left = graphX - x / zoom;
		top = graphY - y / zoom;
		clamp();
	}

	/** Shows things some steps larger, or smaller if negative. Four steps are twice the size; 100 % is never missed. */
	void zoomBy(int steps, double x, double y) {
		long now = Math.round(Math.log(zoom) / Math.log(STEP));
		zoomTo(Math.pow(STEP, now + steps), x, y);
	}

	/** Shows all, not larger than 100 %. */
	void fit() {
		zoom = Math.clamp(Math.min(width / contentWidth, height / contentHeight), SMALLEST, 1);
		clamp();
	}

	/** Moves the window over the graph, by points on the screen. */
	void moveBy(double right, double down) {
		moveTo(left + right / zoom, top + down / zoom);
	}

	/** Moves the window so that its upper left corner shows a point of the graph, if possible. */
	void moveTo(double newLeft, double newTop) {
		left = newLeft;
		top = newTop;
		clamp();
	}

	/** Moves the window so that its centre shows a point of the graph, if possible. */
	void centre(double x, double y) {
		moveTo(x - width / zoom / 2, y - height / zoom / 2);
	}

	/** Moves the window no further than needed to show a rectangle with some space around it. */
	void reveal(Area area, double space) {
		moveTo(reveal(left, width / zoom, area.x() - space, area.width() + 2 * space),
				reveal(top, height / zoom, area.y() - space, area.height() + 2 * space));
	}

	private static double reveal(double start, double length, double from, double size) {
		if (from < start || size > length) {
			return from;
		}
		return Math.max(start, from + size - length);
	}

	private void clamp() {
		left = clamp(left, contentWidth, width / zoom);
		top = clamp(top, contentHeight, height / zoom);
	}

	private static double clamp(double start, double content, double window) {
		if (content <= window) {
			return (content - window) / 2;
		}
		return Math.clamp(start, 0, content - window);
	}
}
