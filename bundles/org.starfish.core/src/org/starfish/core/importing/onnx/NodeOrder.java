// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.starfish.core.StarfishException;

import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.ValueInfoProto;

/**
 * The nodes that the outputs of a graph need, named, each after those it reads. Keeps the file's order where it can.
 */
final class NodeOrder {
	private final Path file;
	private final GraphProto graph;
	private final Map<String, Integer> producers = new HashMap<>();

	NodeOrder(Path file, GraphProto graph) throws StarfishException {
		this.file = file;
		this.graph = graph;
		for (int i = 0; i < graph.getNodeCount(); i++) {
			NodeProto node = graph.getNode(i);
			if (node.getOutputCount() == 0) {
				throw new StarfishException("Layer '%s' (%s) of %s computes nothing, so the file is damaged."
						.formatted(Printable.of(node.getName()), Printable.of(node.getOpType()), file.getFileName()));
			}
			for (String output : node.getOutputList()) {
				if (!output.isEmpty() && producers.put(output, i) != null) {
					throw new StarfishException("%s computes '%s' twice, so it is damaged; export the model again."
							.formatted(file.getFileName(), Printable.of(output)));
				}
			}
		}
	}

	/** The nodes in running order. */
	List<OnnxNode> nodes() throws StarfishException {
		boolean[] needed = needed();
		List<String> names = names(needed);
		List<OnnxNode> nodes = new ArrayList<>();
		var state = new State[graph.getNodeCount()];
		for (int i = 0; i < state.length; i++) {
			if (needed[i] && state[i] == null) {
				visit(i, state, names, nodes);
			}
		}
		return nodes;
	}

	private enum State {
		OPEN, DONE
	}

	/** Adds a node after all that it reads, which a stack of our own keeps in order however deep the graph is. */
	private void visit(int start, State[] state, List<String> names, List<OnnxNode> nodes) throws StarfishException {
		Deque<Integer> stack = new ArrayDeque<>();
		stack.push(start);
		while (!stack.isEmpty()) {
			int index = stack.peek();
			NodeProto node = graph.getNode(index);
			if (state[index] == null) {
				state[index] = State.OPEN;
				for (int i = node.getInputCount() - 1; i >= 0; i--) {
					Integer producer = producers.get(node.getInput(i));
					if (producer != null && state[producer] == State.OPEN) {
						throw cycle(names.get(index), node);
					}
					if (producer != null && state[producer] == null) {
						stack.push(producer);
					}
				}
			} else {
				stack.pop();
				if (state[index] == State.OPEN) {
					state[index] = State.DONE;
					nodes.add(new OnnxNode(file, node, names.get(index)));
				}
			}
		}
	}

	private StarfishException cycle(String name, NodeProto node) {
		return new StarfishException(
				("Layer '%s' (%s) of %s depends on its own output; " + "only graphs without cycles can be opened.")
						.formatted(name, Printable.of(node.getOpType()), file.getFileName()));
	}

	private boolean[] needed() throws StarfishException {
		boolean[] needed = new boolean[graph.getNodeCount()];
		Deque<Integer> open = new ArrayDeque<>();
		for (ValueInfoProto output : graph.getOutputList()) {
			Integer producer = producers.get(output.getName());
			if (producer == null) {
				throw new StarfishException(
						"%s declares the output '%s', which no layer computes; export the model again."
								.formatted(file.getFileName(), Printable.of(output.getName())));
			}
			open.push(producer);
		}
		while (!open.isEmpty()) {
			int index = open.pop();
			if (!needed[index]) {
				needed[index] = true;
				for (String input : graph.getNode(index).getInputList()) {
					Integer producer = producers.get(input);
					if (producer != null) {
						open.push(producer);
					}
				}
			}
		}
		return needed;
	}

	/** A layer is named by its node, or where the node has no name of its own, by its first output. */
	private List<String> names(boolean[] needed) {
		Map<String, Integer> uses = new HashMap<>();
		graph.getInputList().forEach(input -> uses.merge(Printable.of(input.getName()), 1, Integer::sum));
		for (int i = 0; i < needed.length; i++) {
			if (needed[i]) {
				uses.merge(Printable.of(graph.getNode(i).getName()), 1, Integer::sum);
			}
		}
		Set<String> taken = new HashSet<>();
		graph.getInputList().forEach(input -> taken.add(Printable.of(input.getName())));
		List<String> names = new ArrayList<>();
		for (int i = 0; i < needed.length; i++) {
			String name = Printable.of(graph.getNode(i).getName());
			boolean own = !name.isEmpty() && uses.getOrDefault(name, 0) == 1;
			names.add(own ? name : "");
			if (own) {
				taken.add(name);
			}
		}
		for (int i = 0; i < needed.length; i++) {
			if (names.get(i).isEmpty() && needed[i]) {
				NodeProto node = graph.getNode(i);
				String first = node.getOutputList().stream().filter(output -> !output.isEmpty()).findFirst()
						.orElse(node.getOpType());
				String name = Printable.of(first);
				for (int n = 2; !taken.add(name); n++) {
					name = Printable.of(first) + "~" + n;
				}
				names.set(i, name);
			}
		}
		return names;
	}
}
