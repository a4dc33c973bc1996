// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.starfish.core.image.Area;

/**
 * Lays graphs out from top to bottom, in layers as of Sugiyama, Tagawa and Toda (1981), by ELK; the inner groups first.
 * Takes its time: has no place on the UI thread.
 */
final class GraphLayouter {
	private final LayerGraph graph;
	private final BoxTexts texts;

	/** @param texts says how large the boxes are */
	GraphLayouter(LayerGraph graph, BoxTexts texts) {
		this.graph = graph;
		this.texts = texts;
	}

	/**
	 * Lays out what is to be seen.
	 *
	 * @param open the groups whose members are to be seen
	 * @throws OperationCanceledException if the monitor says so
	 */
	GraphLayout layOut(Set<GraphNode> open, IProgressMonitor monitor) {
		VisibleGraph visible = graph.visible(open);
		SubMonitor progress = SubMonitor.convert(monitor, visible.frames().size() + 1);
		Map<GraphNode, LayoutLevel> levels = new HashMap<>();
		for (GraphNode frame : visible.frames().reversed()) {
			levels.put(frame, layOutLevel(frame, visible, levels, progress));
		}
		LayoutLevel outermost = layOutLevel(graph.root(), visible, levels, progress);
		levels.put(graph.root(), outermost);
		Map<GraphNode, KVector> origins = new HashMap<>();
		origins.put(graph.root(), new KVector());
		visible.frames().forEach(frame -> origins.put(frame, corner(frame, levels, origins)));
		return new GraphLayout(visible.boxes().stream().map(box -> place(box, levels, origins)).toList(),
				visible.frames().stream().map(frame -> place(frame, levels, origins)).toList(),
				visible.edges().stream().map(edge -> line(edge, levels, origins)).toList(), outermost.width(),
				outermost.height(), texts.title());
	}

	private LayoutLevel layOutLevel(GraphNode group, VisibleGraph visible, Map<GraphNode, LayoutLevel> levels,
			SubMonitor progress) {
		var level = new LayoutLevel(group, group == graph.root());
		// ELK keeps branches in the order in which it is told of boxes and lines; what comes from outside is first.
		visible.edges().forEach(level::addEntry);
		for (GraphNode member : group.members()) {
			if (levels.containsKey(member)) {
				level.addFrame(levels.get(member));
			} else {
				level.addBox(member, texts.width(member), texts.height());
			}
		}
		visible.edges().forEach(level::addEdge);
		level.layOut(new Cancel(progress));
		progress.checkCanceled().worked(1);
		return level;
	}

	private static KVector corner(GraphNode node, Map<GraphNode, LayoutLevel> levels, Map<GraphNode, KVector> origins) {
		return levels.get(node.parent()).corner(node).add(origins.get(node.parent()));
	}

	private static GraphLayout.Box place(GraphNode node, Map<GraphNode, LayoutLevel> levels,
			Map<GraphNode, KVector> origins) {
		KVector corner = corner(node, levels, origins);
		KVector size = levels.get(node.parent()).size(node);
		return new GraphLayout.Box(node, new Area(corner.x, corner.y, size.x, size.y));
	}

	/** Puts together what the levels have of a line: out of the groups where it begins, then into those where it ends. */
	private GraphLayout.Line line(VisibleGraph.Edge edge, Map<GraphNode, LayoutLevel> levels,
			Map<GraphNode, KVector> origins) {
		List<KVector> corners = new ArrayList<>();
		GraphNode common = edge.from().parent();
		addCorners(corners, edge, common, levels, origins);
		while (!edge.to().isIn(common)) {
			common = common.parent();
			addCorners(corners, edge, common, levels, origins);
		}
		List<GraphNode> entered = new ArrayList<>();
		for (GraphNode group = edge.to().parent(); group != common; group = group.parent()) {
			entered.addFirst(group);
		}
		entered.forEach(group -> addCorners(corners, edge, group, levels, origins));
		return new GraphLayout.Line(edge.from(), edge.to(), corners.stream().mapToDouble(corner -> corner.x).toArray(),
				corners.stream().mapToDouble(corner -> corner.y).toArray());
	}

	private static void addCorners(List<KVector> corners, VisibleGraph.Edge edge, GraphNode group,
			Map<GraphNode, LayoutLevel> levels, Map<GraphNode, KVector> origins) {
		for (KVector corner : levels.get(group).corners(edge)) {
			corners.add(corner.clone().add(origins.get(group)));
		}
	}

	/** Passes the cancel on. */
	private static final class Cancel extends BasicProgressMonitor {
		private final IProgressMonitor monitor;

		Cancel(IProgressMonitor monitor) {
			this.monitor = monitor;
		}

		@Override
		public boolean isCanceled() {
			return monitor.isCanceled();
		}
	}
}
