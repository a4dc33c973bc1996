// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.starfish.core.model.LayerFacts;

/** A layer, or a group of layers that the graph may show as one box. Two are the same only if they are one object. */
public final class GraphNode {
	private final String name;
	private final String path;
	private final Optional<LayerFacts> layer;
	private final List<GraphNode> members = new ArrayList<>();
	private final GraphNode parent;

	private GraphNode(GraphNode parent, String name, String path, Optional<LayerFacts> layer) {
		this.parent = parent;
		this.name = name;
		this.path = path;
		this.layer = layer;
		if (parent != null) {
			parent.members.add(this);
		}
	}

	/** The group of all. */
	static GraphNode root() {
		return new GraphNode(null, "", "", Optional.empty());
	}

	GraphNode addLayer(String shown, LayerFacts facts) {
		return new GraphNode(this, shown, facts.name(), Optional.of(facts));
	}

	GraphNode addGroup(String shown, String groupPath) {
		return new GraphNode(this, shown, groupPath, Optional.empty());
	}

	/** What is written on it: the part of the name that its group has not. */
	public String name() {
		return name;
	}

	/** The whole name: of a layer, as its file has it; of a group, what those of its layers begin with. */
	public String path() {
		return path;
	}

	/** The layer; empty if this is a group. */
	public Optional<LayerFacts> layer() {
		return layer;
	}

	/** Whether this is a group of layers. */
	public boolean isGroup() {
		return layer.isEmpty();
	}

	/** The layers and groups directly in this group, in running order. */
	List<GraphNode> members() {
		return members;
	}

	/** The group it lies in; null for the group of all. */
	GraphNode parent() {
		return parent;
	}

	/** Itself, if it is a layer, or else the layers in it, however deep. */
	public Stream<LayerFacts> layers() {
		return isGroup() ? members.stream().flatMap(GraphNode::layers) : layer.stream();
	}

	/** The layer, or of a group the one that runs last. */
	public LayerFacts last() {
		return layers().reduce((a, b) -> a.index() > b.index() ? a : b).orElseThrow();
	}

	/** Whether it lies in a group, however deep. */
	boolean isIn(GraphNode group) {
		for (GraphNode up = parent; up != null; up = up.parent) {
			if (up == group) {
				return true;
			}
		}
		return false;
	}

	@Override
	public String toString() {
		return isGroup() ? path + "/*" : path;
	}
}
