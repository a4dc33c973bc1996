// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

/**
 * Says in place of a model's layers that they are being loaded, or why that failed: a line of the sentence, since nodes
 * do not wrap.
 *
 * @param model the model
 * @param line from 0
 */
record MessageNode(ModelNode model, int line) implements ExplorerNode {
	/** Says how far the loading is. */
	static MessageNode loading(ModelNode model) {
		return new MessageNode(model, 0);
	}

	/** Says all there is to say. */
	static List<MessageNode> of(ModelNode model) {
		int lines = model.failure().map(sentence -> wrapped(sentence, model.lineLength()).size()).orElse(1);
		var nodes = new ArrayList<MessageNode>();
		for (int line = 0; line < lines; line++) {
			nodes.add(new MessageNode(model, line));
		}
		return nodes;
	}

	/** Whether the model could not be read. */
	boolean isFailure() {
		return model.failure().isPresent();
	}

	/** The line. */
	String text() {
		return model.failure().map(sentence -> wrapped(sentence, model.lineLength()))
				.map(lines -> line < lines.size() ? lines.get(line) : "")
				.orElseGet(() -> NLS.bind(Messages.NodeLabels_loading, model.percent()));
	}

	private static List<String> wrapped(String sentence, int length) {
		var lines = new ArrayList<String>();
		var line = new StringBuilder();
		for (String word : sentence.split(" ")) {
			if (!line.isEmpty() && line.length() + word.length() >= length) {
				lines.add(line.toString());
				line.setLength(0);
			}
			line.append(line.isEmpty() ? "" : " ").append(word);
		}
		lines.add(line.toString());
		return lines;
	}

	@Override
	public Optional<ExplorerNode> parent() {
		return Optional.of(model);
	}

	@Override
	public boolean hasChildren() {
		return false;
	}

	@Override
	public List<ExplorerNode> children() {
		return List.of();
	}

	@Override
	public Object element() {
		return model.element();
	}
}
