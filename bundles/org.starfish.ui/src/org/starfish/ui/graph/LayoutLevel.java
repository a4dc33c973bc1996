// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.FixedAlignment;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.LongEdgeOrderingStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.math.KVectorChain;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.ElkUtil;
import org.eclipse.elk.core.util.IElkProgressMonitor;
import org.eclipse.elk.graph.ElkConnectableShape;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * The inside of one open group, laid out for itself: the boxes and frames directly in it and the lines between them. A
 * line that comes from outside begins at an opening in the upper border, one that leaves ends at an opening in the lower
 * border; there is one opening for all lines that begin at the same box. In this way, a group looks the same wherever it
 * stands, and long networks become straight columns.
 */
final class LayoutLevel {
	private static final double GAP = 18;
	private static final double BETWEEN_LAYERS = 24;
	private static final double MARGIN = 16;
	private static final double SMALL = 0.001;

	/** A line within this level; null stands for the opening. */
	private record Piece(GraphNode signal, GraphNode from, GraphNode to) {
	}

	static {
		// ELK finds its parts by a ServiceLoader, which in OSGi sees one bundle only.
		LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
	}

	private final GraphNode group;
	private final ElkNode root = ElkGraphUtil.createGraph();
	private final Map<GraphNode, ElkNode> members = new LinkedHashMap<>();
	/** The openings, by the boxes where what passes them begins. */
	private final Map<GraphNode, ElkNode> entries = new HashMap<>();
	private final Map<GraphNode, ElkNode> exits = new HashMap<>();
	private final Map<GraphNode, Map<GraphNode, ElkPort>> entryPorts = new HashMap<>();
	private final Map<GraphNode, Map<GraphNode, ElkPort>> exitPorts = new HashMap<>();
	private final Map<Piece, ElkEdge> edges = new LinkedHashMap<>();

	/**
	 * @param group whose inside this is
	 * @param outermost whether it has no frame around it
	 */
	LayoutLevel(GraphNode group, boolean outermost) {
		this.group = group;
		root.setProperty(LayeredOptions.PADDING,
				outermost ? new ElkPadding(MARGIN) : new ElkPadding(MARGIN / 2, MARGIN, MARGIN / 4, MARGIN));
		root.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
		root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
		root.setProperty(LayeredOptions.MERGE_EDGES, true);
		root.setProperty(LayeredOptions.SPACING_NODE_NODE, GAP);
		root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
		root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
		root.setProperty(LayeredOptions.NODE_PLACEMENT_BK_FIXED_ALIGNMENT, FixedAlignment.BALANCED);
		root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
		root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_LONG_EDGE_STRATEGY, LongEdgeOrderingStrategy.EQUAL);
		root.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.LONGEST_PATH_SOURCE);
		// Of all ways to draw the fewest crossings, the one that is next to the order of the layers.
		root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_CROSSING_COUNTER_NODE_INFLUENCE, SMALL);
		root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_CROSSING_COUNTER_PORT_INFLUENCE, SMALL);
	}

	GraphNode group() {
		return group;
	}

	void addBox(GraphNode box, double width, double height) {
		ElkNode node = ElkGraphUtil.createNode(root);
		node.setDimensions(width, height);
		members.put(box, node);
	}

	/** @param inside the frame's own level, laid out */
	void addFrame(LayoutLevel inside) {
		ElkNode node = ElkGraphUtil.createNode(root);
		node.setDimensions(inside.root.getWidth(), inside.root.getHeight());
		node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
		entryPorts.put(inside.group, ports(node, inside.entries, PortSide.NORTH, 0));
		exitPorts.put(inside.group, ports(node, inside.exits, PortSide.SOUTH, node.getHeight()));
		members.put(inside.group, node);
	}

	private static Map<GraphNode, ElkPort> ports(ElkNode node, Map<GraphNode, ElkNode> openings, PortSide side, double y) {
		Map<GraphNode, ElkPort> ports = new HashMap<>();
		openings.forEach((signal, opening) -> {
			ElkPort port = ElkGraphUtil.createPort(node);
			port.setProperty(LayeredOptions.PORT_SIDE, side);
			port.setLocation(opening.getX(), y);
			ports.put(signal, port);
		});
		return ports;
	}

	/** Adds the opening for a line that comes from outside, if it does. */
	void addEntry(VisibleGraph.Edge edge) {
		if (member(edge.from()) == null && member(edge.to()) != null) {
			entries.computeIfAbsent(edge.from(), signal -> opening(LayerConstraint.FIRST_SEPARATE));
		}
	}

	/** Adds what a line needs of this level, if it begins, ends or passes here. */
	void addEdge(VisibleGraph.Edge edge) {
		GraphNode from = member(edge.from());
		GraphNode to = member(edge.to());
		if (from == to) {
			return;
		}
		GraphNode signal = edge.from();
		edges.computeIfAbsent(new Piece(signal, from, to), piece -> {
			ElkConnectableShape source = from == null ? entries.get(signal) : end(from, exitPorts, signal);
			ElkConnectableShape target = to == null
					? exits.computeIfAbsent(signal, key -> opening(LayerConstraint.LAST_SEPARATE))
					: end(to, entryPorts, signal);
			return ElkGraphUtil.createSimpleEdge(source, target);
		});
	}

	private ElkConnectableShape end(GraphNode member, Map<GraphNode, Map<GraphNode, ElkPort>> ports, GraphNode signal) {
		return ports.containsKey(member) ? ports.get(member).get(signal) : members.get(member);
	}

	private ElkNode opening(LayerConstraint place) {
		ElkNode node = ElkGraphUtil.createNode(root);
		node.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, place);
		return node;
	}

	/** What of this level a box is or lies in; null if neither. */
	GraphNode member(GraphNode box) {
		for (GraphNode up = box; up != null; up = up.parent()) {
			if (up.parent() == group) {
				return up;
			}
		}
		return null;
	}

	void layOut(IElkProgressMonitor monitor) {
		new LayeredLayoutProvider().layout(root, monitor);
	}

	double width() {
		return root.getWidth();
	}

	double height() {
		return root.getHeight();
	}

	/** Where the upper left corner of a box or frame lies within this level. */
	KVector corner(GraphNode member) {
		ElkNode node = members.get(member);
		return new KVector(node.getX(), node.getY());
	}

	KVector size(GraphNode member) {
		ElkNode node = members.get(member);
		return new KVector(node.getWidth(), node.getHeight());
	}

	/** The corners of what a line has in this level, from its beginning to its end. */
	List<KVector> corners(VisibleGraph.Edge edge) {
		ElkEdge piece = edges.get(new Piece(edge.from(), member(edge.from()), member(edge.to())));
		List<KVector> corners = new ArrayList<>();
		if (piece != null) {
			piece.getSections().forEach(section -> {
				KVectorChain chain = ElkUtil.createVectorChain(section);
				corners.addAll(chain);
			});
		}
		return corners;
	}
}
