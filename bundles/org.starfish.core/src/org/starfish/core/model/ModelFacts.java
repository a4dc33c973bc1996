// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.ReceptiveField;
import org.starfish.core.network.operation.Delegated;

/** What is to be told about a model and its layers. Immutable. */
public final class ModelFacts {
	/**
	 * Something that the file says about itself.
	 *
	 * @param name as in {@code Producer}
	 * @param value as in {@code pytorch 2.1.0}
	 */
	public record Detail(String name, String value) {
	}

	/**
	 * That a layer reads another one.
	 *
	 * @param from the name of the layer that is read
	 * @param to the name of the one that reads
	 */
	public record Edge(String from, String to) {
	}

	private final Path file;
	private final String format;
	private final List<Detail> details;
	private final Map<String, LayerFacts> byName = new LinkedHashMap<>();
	private final List<Edge> edges = new ArrayList<>();
	private final long parameters;
	private final long flops;
	private final LayerTree tree;

	private ModelFacts(Network network) {
		file = network.file();
		format = network.format();
		details = network.details().entrySet().stream().map(entry -> new Detail(entry.getKey(), entry.getValue())).toList();
		parameters = network.parameters();
		flops = network.layers().stream().mapToLong(network::flops).sum();
		Map<Layer, ReceptiveField> fields = ReceptiveField.of(network);
		for (Layer layer : network.layers()) {
			long own = network.flops(layer);
			Optional<String> library = layer.operation() instanceof Delegated delegated
					? Optional.of(delegated.library())
					: Optional.empty();
			byName.put(layer.name(),
					new LayerFacts(byName.size(), layer.name(), layer.aliases(), layer.kind(),
							LayerFamily.of(layer.operation()), layer.inputs(), layer.shape(),
							layer.operation().parameters(), own, flops == 0 ? 0 : (double) own / flops, fields.get(layer), library,
							network.outputs().contains(layer.name())));
			layer.inputs().stream().distinct().forEach(input -> edges.add(new Edge(input, layer.name())));
		}
		tree = LayerTree.of(layers());
	}

	/** Gathers what is to be told about a network. Reads no weights. */
	public static ModelFacts of(Network network) {
		return new ModelFacts(network);
	}

	/** The model file. */
	public Path file() {
		return file;
	}

	/** The format of the file, as in {@code ONNX (opset 13)}. */
	public String format() {
		return format;
	}

	/** What the file says about itself, such as its producer. */
	public List<Detail> details() {
		return details;
	}

	/** All layers in running order, the input first. */
	public List<LayerFacts> layers() {
		return List.copyOf(byName.values());
	}

	/** The layer of a name; no alias. */
	public Optional<LayerFacts> find(String layer) {
		return Optional.ofNullable(byName.get(layer));
	}

	/** The layer that takes the picture. */
	public LayerFacts input() {
		return byName.values().iterator().next();
	}

	/** The layers that the model declares as its outputs. */
	public List<LayerFacts> outputs() {
		return byName.values().stream().filter(LayerFacts::output).toList();
	}

	/** Which layer reads which, each pair once, in running order. */
	public List<Edge> edges() {
		return List.copyOf(edges);
	}

	/** How many trained numbers there are. */
	public long parameters() {
		return parameters;
	}

	/** Floating point operations for one input; a multiply-add counts as two. */
	public long flops() {
		return flops;
	}

	/** The layers grouped by their names. */
	public LayerTree tree() {
		return tree;
	}
}
