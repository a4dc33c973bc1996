// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import org.eclipse.osgi.util.NLS;
import org.starfish.core.model.LayerFacts;
import org.starfish.ui.model.Quantity;

/** Says in a few lines what a node is. */
final class NodeDescription {
	private NodeDescription() {
	}

	static String of(GraphNode node) {
		return node.layer().map(NodeDescription::of).orElseGet(() -> ofGroup(node));
	}

	private static String of(LayerFacts layer) {
		var text = new StringBuilder(layer.name());
		line(text, layer.inputs().size() < 2 ? layer.kind()
				: NLS.bind(Messages.NodeDescription_kindOf, layer.kind(), layer.inputs().size()));
		line(text, Quantity.shapeInWords(layer.shape()));
		line(text, NLS.bind(Messages.NodeDescription_field, Quantity.fieldAndStride(layer.field())));
		cost(text, layer.parameters(), layer.share());
		layer.library().ifPresent(library -> line(text, NLS.bind(Messages.NodeDescription_delegated, library)));
		return text.toString();
	}

	private static String ofGroup(GraphNode group) {
		var text = new StringBuilder(group.path());
		line(text, NLS.bind(Messages.NodeDescription_layers, group.layers().count()));
		line(text, NLS.bind(Messages.NodeDescription_answers, Quantity.shapeInWords(group.last().shape())));
		cost(text, group.layers().mapToLong(LayerFacts::parameters).sum(),
				group.layers().mapToDouble(LayerFacts::share).sum());
		return text.toString();
	}

	private static void cost(StringBuilder text, long parameters, double share) {
		if (parameters > 0) {
			line(text, NLS.bind(Messages.NodeDescription_parameters, Quantity.count(parameters)));
		}
		if (share > 0) {
			line(text, NLS.bind(Messages.NodeDescription_share, Quantity.share(share)));
		}
	}

	private static void line(StringBuilder text, String line) {
		text.append('\n').append(line);
	}
}
