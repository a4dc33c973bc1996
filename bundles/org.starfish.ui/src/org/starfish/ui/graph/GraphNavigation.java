// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import org.starfish.core.image.Area;
import org.starfish.ui.graph.GraphLayout.Box;
import org.starfish.ui.graph.GraphLayout.Line;

/** Finds the way from one box of a graph to the next one, for the arrow keys. */
final class GraphNavigation {
	private final GraphLayout layout;

	GraphNavigation(GraphLayout layout) {
		this.layout = layout;
	}

	/** The box that runs first. */
	GraphNode first() {
		return layout.boxes().getFirst().node();
	}

	/** The box that runs last. */
	GraphNode last() {
		return layout.boxes().getLast().node();
	}

	/** Of the boxes that read this one, the one that is least to a side; of an open group, its first one. */
	Optional<GraphNode> down(GraphNode from) {
		if (isFrame(from)) {
			return layout.boxes().stream().map(Box::node).filter(box -> box.isIn(from)).findFirst();
		}
		return nearest(from, layout.edges().stream().filter(edge -> edge.from() == from).map(Line::to));
	}

	/** Of the boxes that this one reads, the one that is least to a side. */
	Optional<GraphNode> up(GraphNode from) {
		if (isFrame(from)) {
			return nearest(from, layout.edges().stream()
					.filter(edge -> edge.to().isIn(from) && !edge.from().isIn(from)).map(Line::from));
		}
		return nearest(from, layout.edges().stream().filter(edge -> edge.to() == from).map(Line::from));
	}

	/** The next box to the left in the same row. */
	Optional<GraphNode> left(GraphNode from) {
		return beside(from, (here, other) -> here.x() - other.x());
	}

	/** The next box to the right in the same row. */
	Optional<GraphNode> right(GraphNode from) {
		return beside(from, (here, other) -> other.x() - here.x());
	}

	@FunctionalInterface
	private interface Distance {
		double between(Area here, Area other);
	}

	private Optional<GraphNode> beside(GraphNode from, Distance distance) {
		Optional<Area> here = layout.area(from);
		if (here.isEmpty()) {
			return Optional.empty();
		}
		return layout.boxes().stream().filter(box -> box.node() != from && sharesRow(here.get(), box.area()))
				.filter(box -> distance.between(here.get(), box.area()) > 0)
				.min(Comparator.comparingDouble(box -> distance.between(here.get(), box.area()))).map(Box::node);
	}

	private static boolean sharesRow(Area a, Area b) {
		return a.y() < b.y() + b.height() && b.y() < a.y() + a.height();
	}

	private Optional<GraphNode> nearest(GraphNode from, Stream<GraphNode> candidates) {
		double here = layout.area(from).map(GraphNavigation::middle).orElse(0.0);
		ToDoubleFunction<GraphNode> aside = node -> layout.area(node).map(area -> Math.abs(middle(area) - here))
				.orElse(Double.POSITIVE_INFINITY);
		return candidates.min(Comparator.comparingDouble(aside));
	}

	private static double middle(Area area) {
		return area.x() + area.width() / 2;
	}

	private boolean isFrame(GraphNode node) {
		return layout.frames().stream().anyMatch(frame -> frame.node() == node);
	}
}
