// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.starfish.core.ResultFile;
import org.starfish.core.engine.Engine;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.PngWriter;
import org.starfish.core.image.RgbImage;
import org.starfish.core.model.Model;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.network.UnitAddress.Unit;
import org.starfish.core.synthesis.GradientAscent;
import org.starfish.core.synthesis.Parameters;
import org.starfish.core.synthesis.Preset;
import org.starfish.core.synthesis.Presets;
import org.starfish.core.synthesis.Recipe;
import org.starfish.core.synthesis.Synthesis;
import org.starfish.core.synthesis.Target;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws what a unit looks for. */
@Command(name = "synthesize", mixinStandardHelpOptions = true, description = "Grows a picture that a unit wants to see.")
final class SynthesizeCommand implements Callable<Integer> {
	@Mixin
	private ModelOptions options;

	@Option(names = "--unit", required = true, paramLabel = "UNIT", description = "layer:channel, layer:channel@x,y, or a class as in prob:starfish.")
	private String unit;

	@Option(names = "--preset", paramLabel = "PRESET", defaultValue = "starfish", description = "starfish, paper-2017, yosinski-1 to yosinski-4, deepdream or lucid; default ${DEFAULT-VALUE}.")
	private String preset;

	@Option(names = "--set", paramLabel = "NAME=VALUE", description = "Changes one parameter of the preset; may be given several times.")
	private List<String> settings = List.of();

	@Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Of everything random; default ${DEFAULT-VALUE}.")
	private long seed;

	@Option(names = "--from", paramLabel = "IMAGE", description = "A picture to start from, instead of noise.")
	private Path from;

	@Option(names = "--out", required = true, paramLabel = "PNG", description = "Where to write the picture.")
	private Path picture;

	@Mixin
	private OutputOption output;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() throws Exception {
		ResultFile file = output.at(picture);
		Preset chosen = Presets.of(preset);
		Parameters parameters = chosen.parameters();
		for (String setting : settings) {
			parameters = parameters.set(setting);
		}
		Optional<RgbImage> start = from == null ? Optional.empty() : Optional.of(ImageReader.read(from));
		PrintWriter out = spec.commandLine().getOut();
		try (Terminal terminal = Terminal.on(spec.commandLine().getErr())) {
			Model model = options.open(spec.commandLine().getErr(), terminal);
			Unit target = UnitAddress.parse(unit).in(model.network(), model.labels());
			var recipe = new Recipe(new Recipe.FileReference(model.file().name(), model.file().sha256()),
					model.preprocessing(), new Target.OfUnit(target.address()), Optional.of(unit), chosen.name(), parameters,
					seed, start.map(image -> new Recipe.FileReference(from.toString(), "")), List.of(),
					new Recipe.EngineChoice(Engine.variant(), Engine.threads()), "starfish");
			var ascent = new GradientAscent(model.network(), request -> Engine.compile(model.network(), request));
			Synthesis result = ascent.run(recipe, start, frame -> terminal.report(
					String.format(Locale.ROOT, "step %d of %d, %.2f", frame.step(), frame.total(), frame.score()),
					(double) frame.step() / frame.total()));
			file.write(PngWriter.encode(result.picture()));
			out.printf(Locale.ROOT, "%s: %s at %.4g after %d steps%s%n", picture, target.address(), result.score(),
					result.steps(), result.rank() > 0 ? ", rank " + result.rank() + " in its layer" : "");
			result.diagnosis().ifPresent(diagnosis -> out.println(diagnosis));
		}
		return 0;
	}
}
