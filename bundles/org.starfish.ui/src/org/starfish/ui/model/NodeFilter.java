// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.starfish.core.model.LayerFacts;
import org.starfish.core.model.LayerTree;

/**
 * Leaves in the Model Explorer the layers that a pattern finds, with the groups and models they lie in. Of a model that
 * is found by its own name all layers stay. Models that were not read yet are found by their names only.
 */
final class NodeFilter extends ViewerFilter {
	private NamePattern pattern = NamePattern.anything();

	/** Looks for something else from now on; the viewer has to be refreshed. */
	void look(NamePattern other) {
		pattern = other;
	}

	/** Whether anything may be hidden. */
	boolean isActive() {
		return !pattern.isEmpty();
	}

	@Override
	public boolean select(Viewer viewer, Object parent, Object element) {
		if (pattern.isEmpty()) {
			return true;
		}
		return switch ((ExplorerNode) element) {
		case ModelNode model -> isFound(model) || model.facts().filter(facts -> holds(facts.tree())).isPresent();
		case LayerNode layer -> isFound(layer.model()) || holds(layer.tree());
		// Channels go with their layer, which is there.
		case ChannelRange range -> true;
		case ChannelNode channel -> true;
		case MessageNode message -> true;
		};
	}

	/** The models and groups to be expanded so that all layers that were found are seen, from above. */
	List<ExplorerNode> expanded(List<ModelNode> models) {
		var expanded = new ArrayList<ExplorerNode>();
		for (ModelNode model : models) {
			model.facts().filter(facts -> holds(facts.tree())).ifPresent(facts -> {
				expanded.add(model);
				addGroups(LayerNode.of(model, facts.tree()), expanded);
			});
		}
		return expanded;
	}

	/** What a user who has typed means: the first layer that is found, or else the first model. */
	Optional<ExplorerNode> first(List<ModelNode> models) {
		Optional<ExplorerNode> layer = Optional.empty();
		if (isActive()) {
			layer = models.stream().flatMap(model -> model.facts().stream()
					.flatMap(facts -> firstLayer(LayerNode.of(model, facts.tree())).stream())).findFirst();
		}
		return layer.or(() -> models.stream().filter(model -> select(null, null, model)).findFirst());
	}

	private Optional<ExplorerNode> firstLayer(List<LayerNode> nodes) {
		for (LayerNode node : nodes) {
			if (node.facts().filter(this::isFound).isPresent()) {
				return Optional.of(node);
			}
			Optional<ExplorerNode> below = firstLayer(LayerNode.of(node, node.tree()));
			if (below.isPresent()) {
				return below;
			}
		}
		return Optional.empty();
	}

	private void addGroups(List<LayerNode> nodes, List<ExplorerNode> expanded) {
		for (LayerNode node : nodes) {
			if (node.tree().children().stream().anyMatch(this::holds)) {
				expanded.add(node);
				addGroups(LayerNode.of(node, node.tree()), expanded);
			}
		}
	}

	private boolean isFound(ModelNode model) {
		return pattern.fit(model.location().name()) != NamePattern.Fit.NONE;
	}

	private boolean holds(LayerTree tree) {
		return tree.layer().filter(this::isFound).isPresent() || tree.children().stream().anyMatch(this::holds);
	}

	private boolean isFound(LayerFacts layer) {
		return pattern.matches(layer.name(), layer.kind())
				|| layer.aliases().stream().anyMatch(alias -> pattern.fit(alias) != NamePattern.Fit.NONE);
	}
}
