// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import java.util.List;
import java.util.Optional;

import org.starfish.core.image.Area;

/**
 * Where everything of a graph lies, in points at a zoom of 100 %. Immutable.
 *
 * @param boxes layers and closed groups, in running order
 * @param frames open groups, each before those in it
 * @param edges the lines between boxes
 * @param width of it all
 * @param height of it all
 * @param title the height of the titles of frames
 */
record GraphLayout(List<Box> boxes, List<Box> frames, List<Line> edges, double width, double height,
		double title) {
	/** A place of a node. */
	record Box(GraphNode node, Area area) {
	}

	/**
	 * A line from one box to another, of straight pieces.
	 *
	 * @param x the columns of its corners, from its beginning to its end
	 * @param y the rows of its corners
	 */
	record Line(GraphNode from, GraphNode to, double[] x, double[] y) {
		/** The smallest rectangle around it. */
		Area bounds() {
			double left = Double.POSITIVE_INFINITY;
			double top = Double.POSITIVE_INFINITY;
			double right = Double.NEGATIVE_INFINITY;
			double bottom = Double.NEGATIVE_INFINITY;
			for (int i = 0; i < x.length; i++) {
				left = Math.min(left, x[i]);
				right = Math.max(right, x[i]);
				top = Math.min(top, y[i]);
				bottom = Math.max(bottom, y[i]);
			}
			return new Area(left, top, right - left, bottom - top);
		}
	}

	GraphLayout {
		boxes = List.copyOf(boxes);
		frames = List.copyOf(frames);
		edges = List.copyOf(edges);
	}

	/** The box, or else the title of the innermost frame, at a point. */
	Optional<GraphNode> at(double x, double y) {
		for (Box box : boxes) {
			if (contains(box.area, x, y)) {
				return Optional.of(box.node);
			}
		}
		for (int i = frames.size() - 1; i >= 0; i--) {
			Area frame = frames.get(i).area;
			if (contains(new Area(frame.x(), frame.y(), frame.width(), title), x, y)) {
				return Optional.of(frames.get(i).node);
			}
		}
		return Optional.empty();
	}

	private static boolean contains(Area area, double x, double y) {
		return x >= area.x() && y >= area.y() && x < area.x() + area.width() && y < area.y() + area.height();
	}

	/** Where a node lies; empty if a closed group hides it. */
	Optional<Area> area(GraphNode node) {
		for (Box box : boxes) {
			if (box.node == node) {
				return Optional.of(box.area);
			}
		}
		for (Box frame : frames) {
			if (frame.node == node) {
				return Optional.of(frame.area);
			}
		}
		return Optional.empty();
	}
}
