// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import java.util.List;

/**
 * What of a graph is to be seen.
 *
 * @param boxes layers and closed groups, in running order
 * @param frames open groups, each before those in it
 * @param edges between boxes, each once
 */
record VisibleGraph(List<GraphNode> boxes, List<GraphNode> frames, List<Edge> edges) {
	/**
	 * That something reads something else.
	 *
	 * @param from what is read
	 * @param to what reads
	 */
	record Edge(GraphNode from, GraphNode to) {
	}

	VisibleGraph {
		boxes = List.copyOf(boxes);
		frames = List.copyOf(frames);
		edges = List.copyOf(edges);
	}
}
