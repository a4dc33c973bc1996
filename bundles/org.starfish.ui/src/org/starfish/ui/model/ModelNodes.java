// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The models of the workspace in its order, then those that are open but lie elsewhere. A node lives as long as its
 * file is there and stays the same; if the file changes, another one takes its place. For the UI thread only.
 */
final class ModelNodes {
	private final Executor ui;
	private final Consumer<ModelNode> listener;
	private List<FoundModel> inWorkspace = List.of();
	private Set<Path> open = Set.of();
	private Map<FoundModel, ModelNode> nodes = new LinkedHashMap<>();
	private int lineLength = 40;

	/**
	 * @param ui runs things on the UI thread, later
	 * @param listener told when there is something else to be seen of a node
	 */
	ModelNodes(Executor ui, Consumer<ModelNode> listener) {
		this.ui = ui;
		this.listener = listener;
	}

	/** Takes over what the search has found in the workspace. */
	void found(List<FoundModel> models) {
		inWorkspace = models;
		update();
	}

	/** Takes over which models are open, by their real paths. */
	void opened(List<Path> paths) {
		open = Set.copyOf(paths);
		update();
	}

	private void update() {
		var outside = new HashSet<>(open);
		inWorkspace.forEach(model -> outside.remove(model.path()));
		var all = new ArrayList<>(inWorkspace);
		outside.stream().sorted().map(FoundModel::outside).forEach(all::add);
		var kept = new LinkedHashMap<FoundModel, ModelNode>();
		for (FoundModel model : all) {
			ModelNode node = nodes.remove(model);
			kept.put(model, node != null ? node : new ModelNode(model, ui, listener, () -> lineLength));
		}
		Map<FoundModel, ModelNode> gone = nodes;
		nodes = kept;
		for (ModelNode old : gone.values()) {
			boolean wanted = old.isWanted();
			old.close();
			if (wanted) {
				find(old.location()).ifPresent(ModelNode::open);
			}
		}
		nodes.forEach((model, node) -> node.setOpenAnywhere(open.contains(model.path())));
	}

	/** Says how many characters of a sentence fit into the tree; those that are shown have to be refreshed if that is new. */
	boolean setLineLength(int characters) {
		boolean isNew = characters != lineLength;
		lineLength = characters;
		return isNew;
	}

	/** All nodes in their order. */
	List<ModelNode> all() {
		return List.copyOf(nodes.values());
	}

	/** The node of a model. */
	Optional<ModelNode> find(ModelLocation location) {
		return nodes.values().stream().filter(node -> node.location().equals(location)).findFirst();
	}

	/** Whether another model has the same file name, so that it alone does not tell which one is meant. */
	boolean isAmbiguous(ModelNode node) {
		return nodes.values().stream()
				.anyMatch(other -> other != node && other.location().name().equals(node.location().name()));
	}

	/** Gives all models back. */
	void close() {
		nodes.values().forEach(ModelNode::close);
	}
}
