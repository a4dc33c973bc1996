// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.starfish.core.engine.Engine;
import org.starfish.core.model.Model;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.ReceptiveField;
import org.starfish.core.network.operation.Delegated;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what is in a model file. */
@Command(name = "info", mixinStandardHelpOptions = true, description = "Shows what is in a model: format, preprocessing, and a line for each layer.")
final class InfoCommand implements Callable<Integer> {
	@Mixin
	private ModelOptions options;

	@Option(names = "--json", description = "Print JSON.")
	private boolean json;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() throws Exception {
		PrintWriter out = spec.commandLine().getOut();
		Model model;
		try (Terminal terminal = StarfishCommand.terminal(spec)) {
			model = options.openQuietly(terminal);
		}
		if (json) {
			out.println(Json.text(facts(model)));
		} else {
			print(model, out);
		}
		return 0;
	}

	private static void print(Model model, PrintWriter out) {
		Network network = model.network();
		out.printf("%s: %s, input %s, %d layers, %s parameters, %s MFLOPs%n", network.file().getFileName(),
				network.format(), network.inputShape(), network.layers().size(), grouped(network.parameters()),
				mega(network.layers().stream().mapToLong(network::flops).sum()));
		out.printf("Preprocessing: %s (%s)%n", model.preprocessing().name(),
				(model.preprocessingGuessed() ? "a guess: " : "") + model.preprocessingReason());
		out.printf("Labels: %s%n", model.labels().map(labels -> labels.size() + ", from " + labels.get(0) + " to "
				+ labels.get(labels.size() - 1)).orElse("none found"));
		out.printf("Backend: %s%n%n", Engine.description());
		Table table = new Table("llrrrr", "layer", "kind", "output", "parameters", "MFLOPs", "sees");
		Map<Layer, ReceptiveField> fields = ReceptiveField.of(network);
		for (Layer layer : network.layers()) {
			long parameters = layer.operation().parameters();
			table.row(layer.name(), kind(layer), layer.shape().toString(), parameters == 0 ? "" : grouped(parameters),
					mega(network.flops(layer)), fields.get(layer).toString());
		}
		table.print(out);
	}

	private static String kind(Layer layer) {
		return layer.operation() instanceof Delegated delegated ? layer.kind() + " (" + delegated.library() + ")"
				: layer.kind();
	}

	private static String grouped(long number) {
		return String.format(Locale.ROOT, "%,d", number);
	}

	private static String mega(long flops) {
		return flops == 0 ? "" : String.format(Locale.ROOT, flops < 100_000 ? "%.3f" : "%,.1f", flops / 1e6);
	}

	private static Map<String, Object> facts(Model model) {
		Network network = model.network();
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("file", network.file().toString());
		facts.put("format", network.format());
		facts.put("input", Map.of("name", network.input().name(), "shape", network.inputShape().dims()));
		facts.put("outputs", network.outputs());
		facts.put("preprocessing", Map.of("name", model.preprocessing().name(), "guessed", model.preprocessingGuessed(),
				"reason", model.preprocessingReason()));
		facts.put("labels", model.labels().map(labels -> labels.size()).orElse(0));
		facts.put("parameters", network.parameters());
		facts.put("flops", network.layers().stream().mapToLong(network::flops).sum());
		facts.put("backend", Engine.description());
		Map<Layer, ReceptiveField> fields = ReceptiveField.of(network);
		List<Map<String, Object>> layers = new ArrayList<>();
		for (Layer layer : network.layers()) {
			Map<String, Object> line = new LinkedHashMap<>();
			line.put("name", layer.name());
			line.put("aliases", layer.aliases());
			line.put("kind", layer.kind());
			line.put("inputs", layer.inputs());
			line.put("shape", layer.shape().dims());
			line.put("parameters", layer.operation().parameters());
			line.put("flops", network.flops(layer));
			ReceptiveField field = fields.get(layer);
			line.put("receptiveField", field.all() ? "all" : List.of(field.height(), field.width()));
			line.put("delegated", layer.operation() instanceof Delegated);
			layers.add(line);
		}
		facts.put("layers", layers);
		return facts;
	}
}
