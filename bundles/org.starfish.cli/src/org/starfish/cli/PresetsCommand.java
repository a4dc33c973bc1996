// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Preset;
import org.starfish.core.synthesis.recipe.Presets;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what there is to choose from. */
@Command(name = "presets", mixinStandardHelpOptions = true, description = "Lists the presets, or all parameters of one: what --preset and --set take.")
final class PresetsCommand implements Callable<Integer> {
	private static final int COLUMNS = 80;
	private static final String INDENT = "    ";

	@Parameters(index = "0", arity = "0..1", paramLabel = "PRESET", description = "The preset whose parameters are listed.")
	private String name;

	@Option(names = "--json", description = "Print JSON: all presets with all parameters.")
	private boolean json;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() throws Exception {
		PrintWriter out = spec.commandLine().getOut();
		if (json) {
			List<Preset> listed = name == null ? Presets.ALL : List.of(Presets.of(name));
			out.println(Json.text(listed.stream().map(PresetsCommand::facts).toList()));
		} else if (name == null) {
			var table = new Table("ll", "preset", "source");
			Presets.ALL.forEach(preset -> table.row(preset.name(), preset.source()));
			table.print(out);
			out.println();
			out.println("starfish presets NAME tells the parameters of one.");
		} else {
			Preset preset = Presets.of(name);
			out.printf("%s (%s)%n%n", preset.name(), preset.source());
			for (Parameter parameter : Parameter.values()) {
				Object value = preset.parameters().value(parameter);
				out.printf("%s = %s%s  [%s]%n", parameter.label(), value,
						parameter.unit().isEmpty() ? "" : " " + parameter.unit(), parameter.range());
				wrapped(parameter.help()).forEach(line -> out.println(INDENT + line));
			}
		}
		return 0;
	}

	private static List<String> wrapped(String text) {
		List<String> lines = new ArrayList<>();
		var line = new StringBuilder();
		for (String word : text.split(" ")) {
			if (!line.isEmpty() && line.length() + 1 + word.length() > COLUMNS - INDENT.length()) {
				lines.add(line.toString());
				line.setLength(0);
			}
			line.append(line.isEmpty() ? "" : " ").append(word);
		}
		lines.add(line.toString());
		return lines;
	}

	private static Map<String, Object> facts(Preset preset) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("name", preset.name());
		facts.put("source", preset.source());
		List<Map<String, Object>> parameters = new ArrayList<>();
		for (Parameter parameter : Parameter.values()) {
			Map<String, Object> one = new LinkedHashMap<>();
			one.put("name", parameter.label());
			one.put("value", preset.parameters().value(parameter));
			one.put("range", parameter.range());
			one.put("unit", parameter.unit());
			one.put("help", parameter.help());
			parameters.add(one);
		}
		facts.put("parameters", parameters);
		return facts;
	}
}
