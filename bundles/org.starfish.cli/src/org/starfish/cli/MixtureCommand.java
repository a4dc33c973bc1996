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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

import org.starfish.core.StarfishException;
import org.starfish.core.image.ImageFolder;
import org.starfish.core.mixture.GroupResponse;
import org.starfish.core.mixture.Mixture;
import org.starfish.core.mixture.MixtureLayers;
import org.starfish.core.mixture.RankedUnit;
import org.starfish.core.mixture.Ranking;
import org.starfish.core.mixture.UnitRanking;
import org.starfish.core.model.Model;
import org.starfish.core.network.Layer;
import org.starfish.core.synthesis.recipe.Preset;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.core.synthesis.recipe.Target;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws what the units have in common that a group of images activates most. */
@Command(name = "mixture", mixinStandardHelpOptions = true, description = "Finds the units that a group of pictures activates most, and draws what they look for together.")
final class MixtureCommand implements Callable<Integer> {
	@Mixin
	private ModelOptions options;

	@Parameters(index = "1..*", arity = "1..*", paramLabel = "IMAGE", description = "The group: pictures, or folders of them.")
	private List<Path> group;

	@Option(names = "--background", arity = "1..*", paramLabel = "IMAGE", description = "Other pictures, or folders of them, that the group is compared with.")
	private List<Path> background = List.of();

	@Option(names = "--rank", paramLabel = "sum|z", description = "By the sum of the activations (the paper's way), or by how far they lie above the background's; z if there is a background.")
	private Ranking rank;

	@Option(names = "--top", paramLabel = "K", defaultValue = "5", description = "How many units of each layer; default ${DEFAULT-VALUE}.")
	private int top;

	@Option(names = "--layers", split = ",", paramLabel = "LAYER", description = "The layers to take units from; otherwise where blocks end, over the depth.")
	private List<String> layerNames = List.of();

	@Mixin
	private SynthesisOptions synthesis;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() throws Exception {
		if (rank == Ranking.Z && background.isEmpty()) {
			throw new ParameterException(spec.commandLine(), "--rank z needs pictures to compare with: give --background.");
		}
		if (top < 1) {
			throw new ParameterException(spec.commandLine(), "--top must be at least 1.");
		}
		boolean compares = rank == Ranking.Z || rank == null && !background.isEmpty();
		RecipeFile files = synthesis.files();
		Preset preset = synthesis.preset(Presets.STARFISH);
		var parameters = synthesis.parameters(preset, OptionalInt.empty());
		List<Path> images = ImageFolder.expand(group);
		List<Path> others = compares ? ImageFolder.expand(background) : List.of();
		try (Terminal terminal = StarfishCommand.terminal(spec)) {
			Model model = options.open(terminal);
			List<Layer> layers = layers(model);
			terminal.begin();
			GroupResponse answers = GroupResponse.of(model, layers, images, "looking at the pictures", terminal);
			Optional<GroupResponse> compared = others.isEmpty() ? Optional.empty()
					: Optional.of(GroupResponse.of(model, layers, others, "looking at the background", terminal));
			Map<Layer, List<RankedUnit>> ranking = UnitRanking.of(layers, answers, compared, top);
			Target.OfUnits target = preset.equals(Presets.PAPER_2017_MIXTURE) ? Mixture.asPaper(ranking)
					: Mixture.of(ranking);
			terminal.wipe();
			if (!synthesis.json()) {
				print(ranking, compares);
			}
			var run = new SynthesisRun(spec, terminal, model, files);
			var recipe = new Recipe(run.modelReference(), model.preprocessing(), target, Optional.empty(), preset.name(),
					parameters, synthesis.seed(), Optional.empty(), Recipe.EngineChoice.here(), Version.program());
			return run.run(recipe, Optional.empty(), List.of(), synthesis.json(), Map.of("images", images.size(), "ranking",
					compares ? "z" : "sum", "units", facts(ranking)));
		}
	}

	private List<Layer> layers(Model model) throws StarfishException {
		if (layerNames.isEmpty()) {
			return MixtureLayers.of(model.network());
		}
		List<Layer> layers = new ArrayList<>();
		for (String name : layerNames) {
			Layer layer = model.network().layer(name);
			if (!layers.contains(layer)) {
				layers.add(layer);
			}
		}
		return layers;
	}

	private void print(Map<Layer, List<RankedUnit>> ranking, boolean compares) {
		PrintWriter out = spec.commandLine().getOut();
		var table = new Table("lrr", "unit", compares ? "z" : "sum", "mean");
		ranking.values().forEach(units -> units.forEach(unit -> table.row(unit.address().toString(),
				String.format(Locale.ROOT, "%.4g", unit.score()), String.format(Locale.ROOT, "%.4g", unit.mean()))));
		table.print(out);
	}

	private static List<Map<String, Object>> facts(Map<Layer, List<RankedUnit>> ranking) {
		List<Map<String, Object>> facts = new ArrayList<>();
		ranking.values().forEach(units -> units.forEach(unit -> {
			Map<String, Object> one = new LinkedHashMap<>();
			one.put("unit", unit.address().toString());
			one.put("score", unit.score());
			one.put("mean", unit.mean());
			facts.add(one);
		}));
		return facts;
	}
}
