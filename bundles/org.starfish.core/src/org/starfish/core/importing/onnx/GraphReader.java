// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.network.Network;

import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.ValueInfoProto;

/** Makes a network of a parsed ONNX model: finds the input, the order and the names, and maps node by node. */
final class GraphReader {
	private static final int OLDEST = 7;
	private static final int NEWEST = 21;

	private final Path file;
	private final ModelProto model;
	private final GraphProto graph;
	private final int opset;
	private final Progress progress;
	private final Map<String, StarfishException> unsupported = new HashMap<>();

	GraphReader(Path file, ModelProto model, Progress progress) throws StarfishException {
		this.file = file;
		this.model = model;
		this.graph = model.getGraph();
		this.opset = opset(model);
		this.progress = progress;
	}

	Network read() throws StarfishException, IOException {
		if (graph.getOutputCount() == 0) {
			throw new StarfishException("%s declares no output; export the model again.".formatted(file.getFileName()));
		}
		Map<String, TensorProto> initializers = new LinkedHashMap<>();
		graph.getInitializerList().forEach(tensor -> initializers.put(tensor.getName(), tensor));
		List<OnnxNode> nodes = new NodeOrder(file, graph).nodes();
		GraphInput input = GraphInput.find(file, graph, nodes, initializers);

		Set<String> names = new HashSet<>();
		nodes.forEach(node -> names.add(node.name()));
		var builder = new Network.Builder(file);
		var mapping = new Mapping(builder, opset, input.batch(), names);
		mapping.bind(input.name(), LayerValue.of(builder.input(Printable.of(input.name()), input.shape())));
		bind(initializers, nodes, mapping);
		for (int i = 0; i < nodes.size(); i++) {
			progress.report("Reading " + file.getFileName(), (double) i / nodes.size());
			map(nodes.get(i), mapping);
		}
		describe(builder);
		return builder.build("ONNX (opset %d)".formatted(opset), outputs(mapping));
	}

	/** Binds the tensors that some node reads; others may be of kinds that cannot be read. */
	private void bind(Map<String, TensorProto> initializers, List<OnnxNode> nodes, Mapping mapping)
			throws StarfishException, IOException {
		Set<String> read = new LinkedHashSet<>();
		nodes.forEach(node -> read.addAll(node.inputs()));
		var reader = new TensorReader(file);
		for (String name : read) {
			TensorProto tensor = initializers.get(name);
			if (tensor != null) {
				mapping.bind(name, reader.read(tensor, name));
			}
		}
	}

	/**
	 * Maps a node. What it cannot do matters only if no declared output can be computed without it: many models
	 * answer, beside the scores, with the number of the best one.
	 */
	private void map(OnnxNode node, Mapping mapping) throws StarfishException, IOException {
		for (String input : node.inputs()) {
			if (unsupported.containsKey(input)) {
				node.outputs().forEach(output -> unsupported.put(output, unsupported.get(input)));
				return;
			}
		}
		Optional<OperatorMapper> mapper = Operators.find(node);
		if (ConstantFolder.folds(node, mapping)) {
			if (!ConstantFolder.fold(node, mapping)) {
				refuse(node);
			}
		} else if (mapper.isPresent()) {
			mapper.get().map(node, mapping);
		} else {
			refuse(node);
		}
	}

	private void refuse(OnnxNode node) {
		node.outputs().forEach(output -> unsupported.put(output, Operators.refusal(node)));
	}

	private void describe(Network.Builder builder) {
		builder.detail("Producer", model.getProducerName() + " " + model.getProducerVersion());
		builder.detail("Graph", graph.getName());
		builder.detail("Domain", model.getDomain());
		builder.detail("Model version", model.getModelVersion() == 0 ? "" : Long.toString(model.getModelVersion()));
		builder.detail("ONNX IR version", Long.toString(model.getIrVersion()));
		builder.detail("Opset", Integer.toString(opset));
		builder.detail("Description", model.getDocString());
	}

	private List<String> outputs(Mapping mapping) throws StarfishException {
		List<String> outputs = new ArrayList<>();
		StarfishException trouble = null;
		for (ValueInfoProto output : graph.getOutputList()) {
			if (unsupported.containsKey(output.getName())) {
				trouble = trouble == null ? unsupported.get(output.getName()) : trouble;
			} else if (mapping.find(output.getName()).orElse(null) instanceof LayerValue layer) {
				outputs.add(layer.layer());
			} else if (trouble == null) {
				trouble = new StarfishException("The output '%s' of %s does not depend on the picture; %s.".formatted(
						Printable.of(output.getName()), file.getFileName(),
						"export the model again with its real output"));
			}
		}
		if (outputs.isEmpty()) {
			throw trouble;
		}
		return outputs;
	}

	private int opset(ModelProto model) throws StarfishException {
		long version = 0;
		for (OperatorSetIdProto set : model.getOpsetImportList()) {
			if (set.getDomain().isEmpty() || set.getDomain().equals("ai.onnx")) {
				version = set.getVersion();
			}
		}
		if (version < OLDEST || version > NEWEST) {
			throw new StarfishException("%s %s; Starfish reads opset %d to %d, so export the model with one of these."
					.formatted(file.getFileName(), version == 0 ? "does not say which opset of ONNX it uses"
							: "uses opset " + version + " of ONNX", OLDEST, NEWEST));
		}
		return (int) version;
	}
}
