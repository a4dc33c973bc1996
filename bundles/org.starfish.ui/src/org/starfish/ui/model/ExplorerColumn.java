// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.Optional;

import org.starfish.core.model.LayerFacts;
import org.starfish.core.model.ModelFacts;

/** What the Model Explorer tells about a layer beside its name, each in a column that can be hidden. */
enum ExplorerColumn {
	/** The shape of what the layer answers, of a group its last layer. */
	OUTPUT(Messages.ExplorerColumn_output, 84, true) {
		@Override
		String text(LayerNode node) {
			return node.tree().last().map(last -> Quantity.shape(last.shape())).orElse("");
		}
	},
	/** The trained numbers. */
	PARAMETERS(Messages.ExplorerColumn_parameters, 84, false) {
		@Override
		String text(LayerNode node) {
			long parameters = node.tree().parameters();
			return parameters == 0 ? "" : Quantity.count(parameters);
		}

		@Override
		String text(ModelFacts facts) {
			return Quantity.count(facts.parameters());
		}
	},
	/** The share of the network's floating point operations. */
	SHARE(Messages.ExplorerColumn_share, 64, false) {
		@Override
		String text(LayerNode node) {
			return Quantity.share(node.tree().share());
		}
	},
	/** What a position sees of the picture. */
	FIELD(Messages.ExplorerColumn_field, 110, false) {
		@Override
		String text(LayerNode node) {
			Optional<LayerFacts> last = node.tree().last();
			return last.map(layer -> Quantity.field(layer.field())).orElse("");
		}
	};

	private final String title;
	private final int width;
	private final boolean shown;

	ExplorerColumn(String title, int width, boolean shown) {
		this.title = title;
		this.width = width;
		this.shown = shown;
	}

	/** For the head of the column. */
	String title() {
		return title;
	}

	/** Its width in pixels as long as nobody has changed it. */
	int width() {
		return width;
	}

	/** Whether it is shown as long as nobody has said so. */
	boolean isShownFirst() {
		return shown;
	}

	/** What the column says about a node. */
	final String text(ExplorerNode node) {
		return switch (node) {
		case LayerNode layer -> text(layer);
		case ModelNode model -> model.facts().map(this::text).orElse("");
		default -> "";
		};
	}

	abstract String text(LayerNode node);

	String text(ModelFacts facts) {
		return "";
	}
}
