// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.starfish.core.model.LayerFacts;
import org.starfish.core.model.LayerTree;
import org.starfish.core.model.ModelFacts;

/**
 * The layers of a network, who reads whom, and groups of them. Groups are those of the names, as far as a group can be
 * one box: it has at least {@link #SMALLEST} layers, and nothing that leaves it comes back to it.
 */
final class LayerGraph {
	/** A box for fewer layers is no simpler than the layers. */
	static final int SMALLEST = 3;

	private final ModelFacts facts;
	private final GraphNode root = GraphNode.root();
	private final Map<String, GraphNode> nodes = new HashMap<>();

	private LayerGraph(ModelFacts facts) {
		this.facts = facts;
		addChildren(root, facts.tree());
		sort(root);
	}

	/** Groups the layers of a network. */
	static LayerGraph of(ModelFacts facts) {
		return new LayerGraph(facts);
	}

	ModelFacts facts() {
		return facts;
	}

	/** The group of all. */
	GraphNode root() {
		return root;
	}

	/** The layer of a name. */
	Optional<GraphNode> find(String layer) {
		return Optional.ofNullable(nodes.get(layer));
	}

	/** All groups but that of all; each before those in it. */
	List<GraphNode> groups() {
		return groupsIn(root).toList();
	}

	private static Stream<GraphNode> groupsIn(GraphNode node) {
		return node.members().stream().filter(GraphNode::isGroup)
				.flatMap(group -> Stream.concat(Stream.of(group), groupsIn(group)));
	}

	/**
	 * Opens groups, the outer ones first, a whole level at a time, as long as no more than some boxes are to be seen.
	 *
	 * @param most boxes
	 */
	Set<GraphNode> open(int most) {
		Set<GraphNode> open = new HashSet<>();
		List<GraphNode> level = root.members();
		int boxes = level.size();
		while (true) {
			List<GraphNode> groups = level.stream().filter(GraphNode::isGroup).toList();
			boxes += groups.stream().mapToInt(group -> group.members().size() - 1).sum();
			if (groups.isEmpty() || boxes > most) {
				return open;
			}
			open.addAll(groups);
			level = groups.stream().flatMap(group -> group.members().stream()).toList();
		}
	}

	private void addChildren(GraphNode group, LayerTree tree) {
		tree.children().forEach(child -> add(group, child));
	}

	private void add(GraphNode group, LayerTree tree) {
		String name = within(group, tree);
		GraphNode inside = group;
		if (!tree.children().isEmpty() && tree.layers() >= SMALLEST && isConvex(layersOf(tree))) {
			inside = group.addGroup(name, tree.path());
		}
		if (tree.layer().isPresent()) {
			LayerFacts layer = tree.layer().get();
			nodes.put(layer.name(), inside.addLayer(name, layer));
		}
		addChildren(inside, tree);
	}

	/** The name that tells apart what lies in a group. */
	private static String within(GraphNode group, LayerTree tree) {
		String rest = tree.path().substring(group.path().length());
		String name = rest.replaceFirst("^[/_.]+", "");
		return name.isEmpty() ? rest : name;
	}

	private static void sort(GraphNode group) {
		group.members().sort(Comparator.comparingInt(node -> node.layers().mapToInt(LayerFacts::index).min().orElse(0)));
		group.members().forEach(LayerGraph::sort);
	}

	private static Set<String> layersOf(LayerTree tree) {
		return Stream.concat(tree.layer().stream().map(LayerFacts::name),
				tree.children().stream().flatMap(child -> layersOf(child).stream())).collect(Collectors.toSet());
	}

	/** Whether no path leaves some layers and comes back to them. */
	private boolean isConvex(Set<String> layers) {
		Set<String> after = new HashSet<>();
		for (LayerFacts layer : facts.layers()) {
			boolean inside = layers.contains(layer.name());
			for (String input : layer.inputs()) {
				if (after.contains(input)) {
					if (inside) {
						return false;
					}
					after.add(layer.name());
				} else if (!inside && layers.contains(input)) {
					after.add(layer.name());
				}
			}
		}
		return true;
	}

	/**
	 * What is to be seen if some groups are open.
	 *
	 * @param open groups whose members are shown in a frame, unless a group around them is closed
	 */
	VisibleGraph visible(Set<GraphNode> open) {
		List<GraphNode> boxes = new ArrayList<>();
		List<GraphNode> frames = new ArrayList<>();
		collect(root, open, boxes, frames);
		Map<String, GraphNode> shown = new HashMap<>();
		for (GraphNode box : boxes) {
			box.layers().forEach(layer -> shown.put(layer.name(), box));
		}
		List<VisibleGraph.Edge> edges = facts.edges().stream()
				.map(edge -> new VisibleGraph.Edge(shown.get(edge.from()), shown.get(edge.to())))
				.filter(edge -> edge.from() != edge.to()).distinct().toList();
		return new VisibleGraph(boxes, frames, edges);
	}

	private static void collect(GraphNode group, Set<GraphNode> open, List<GraphNode> boxes, List<GraphNode> frames) {
		for (GraphNode member : group.members()) {
			if (member.isGroup() && open.contains(member)) {
				frames.add(member);
				collect(member, open, boxes, frames);
			} else {
				boxes.add(member);
			}
		}
	}
}
