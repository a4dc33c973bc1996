// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import org.starfish.core.activation.TopPredictions;
import org.starfish.core.engine.Engine;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.model.Model;
import org.starfish.core.model.NetworkInput;
import org.starfish.core.network.Layer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks a network what pictures show. */
@Command(name = "classify", mixinStandardHelpOptions = true, description = "Shows what a network takes pictures for: the five strongest outputs.")
final class ClassifyCommand implements Callable<Integer> {
	private static final int SHOWN = 5;

	@Mixin
	private ModelOptions options;

	@Parameters(index = "1..*", arity = "1..*", paramLabel = "INPUT", description = "Pictures, or .npy tensors in the model's own layout.")
	private List<Path> inputs;

	@Option(names = "--json", description = "Print JSON.")
	private boolean json;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() throws Exception {
		PrintWriter out = spec.commandLine().getOut();
		List<Map<String, Object>> facts = new ArrayList<>();
		try (Terminal terminal = StarfishCommand.terminal(spec)) {
			Model model = options.open(terminal);
			Layer output = model.output();
			try (Plan plan = Engine.compile(model.network(),
					new PlanRequest(Set.of(output), model.network().inputShape(), 1, false))) {
				for (int i = 0; i < inputs.size(); i++) {
					terminal.report(inputs.get(i).getFileName().toString(), (double) i / inputs.size());
					for (float[] example : NetworkInput.read(inputs.get(i), model)) {
						plan.forward(example);
						var predictions = TopPredictions.of(plan.activation(output), SHOWN, model.labels());
						if (json) {
							facts.add(facts(inputs.get(i), predictions));
						} else {
							print(inputs.get(i), predictions, out);
						}
					}
				}
			}
		}
		if (json) {
			out.println(Json.text(facts));
		}
		return 0;
	}

	private static void print(Path input, List<TopPredictions.Prediction> predictions, PrintWriter out) {
		out.println(input);
		for (var prediction : predictions) {
			out.printf(Locale.ROOT, "  %7.4f  %5d  %s%n", prediction.value(), prediction.index(), prediction.label());
		}
	}

	private static Map<String, Object> facts(Path input, List<TopPredictions.Prediction> predictions) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("input", input.toString());
		facts.put("top", predictions);
		return facts;
	}
}
