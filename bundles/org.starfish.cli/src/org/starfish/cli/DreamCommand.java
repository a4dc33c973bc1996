// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

import org.starfish.core.image.ImageReader;
import org.starfish.core.image.RgbImage;
import org.starfish.core.model.Model;
import org.starfish.core.synthesis.recipe.Preset;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.core.synthesis.recipe.Target;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets a layer see more of what it sees already. */
@Command(name = "dream", mixinStandardHelpOptions = true, description = "Changes a picture so that a layer sees more of what it sees in it already (DeepDream).")
final class DreamCommand implements Callable<Integer> {
	/** Larger pictures are drawn smaller unless --size says otherwise: time and memory grow with the area. */
	private static final int LARGEST_SIDE = 640;

	@Mixin
	private ModelOptions options;

	@Parameters(index = "1", paramLabel = "IMAGE", description = "The picture to start from.")
	private Path image;

	@Option(names = "--layer", required = true, paramLabel = "LAYER", description = "The layer that dreams.")
	private String layer;

	@Mixin
	private SynthesisOptions synthesis;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() throws Exception {
		RecipeFile files = synthesis.files();
		RgbImage start = ImageReader.read(image);
		Preset preset = synthesis.preset(Presets.DEEPDREAM);
		var parameters = synthesis.parameters(preset, OptionalInt.of(height(start)));
		try (Terminal terminal = StarfishCommand.terminal(spec)) {
			Model model = options.open(terminal);
			var target = new Target.OfLayer(model.network().layer(layer).name());
			var run = new SynthesisRun(spec, terminal, model, files);
			var recipe = new Recipe(run.modelReference(), model.preprocessing(), target, Optional.empty(), preset.name(),
					parameters, synthesis.seed(), SynthesizeCommand.reference(image, files), Recipe.EngineChoice.here(),
					Version.program());
			return run.run(recipe, Optional.of(start), List.of(), synthesis.json(), Map.of());
		}
	}

	private static int height(RgbImage image) {
		int largest = Math.max(image.width(), image.height());
		return largest <= LARGEST_SIDE ? image.height()
				: Math.max(1, Math.round((float) image.height() * LARGEST_SIDE / largest));
	}
}
