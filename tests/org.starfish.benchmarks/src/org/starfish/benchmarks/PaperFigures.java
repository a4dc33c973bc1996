// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.image.PngWriter;
import org.starfish.core.image.RgbImage;
import org.starfish.core.importing.ModelImporters;
import org.starfish.core.model.Model;
import org.starfish.core.model.ModelFile;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.synthesis.GradientAscent;
import org.starfish.core.synthesis.StepListener;
import org.starfish.core.synthesis.Synthesis;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Preset;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.Recipe.FileReference;
import org.starfish.core.synthesis.recipe.RecipeJson;
import org.starfish.core.synthesis.recipe.Target;

/**
 * Draws figures 1.1, 3.1 and 3.2 of Garon, Zhang and Rezaei, Visualizing Deep Neural Networks (2017): of Tidepool for the example
 * project, of GoogLeNet for the documentation. Every picture carries its recipe.
 */
public final class PaperFigures {
	/** What of the method is left for figure 3.1: steps of one length along the gradient. */
	private static final List<String> NO_REGULARIZATION = List.of("octaves=1", "steps=100", "objective=logit", "decay=0",
			"blurTimesLow=0", "blurTimesHigh=0", "normClip=0", "roll=0", "rateLow=1", "rateHigh=1");
	private static final List<String> OF_TIDEPOOL = List.of("urchin", "brain coral", "jellyfish", "spiral shell",
			"striped fish", "seaweed");
	private static final List<String> OF_GOOGLENET = List.of("brain coral", "goldfish", "peacock", "giant panda", "volcano",
			"monarch");

	/**
	 * A picture.
	 *
	 * @param name of its file, without ending
	 * @param unit a class by its label
	 * @param settings what differs from the preset
	 */
	private record Figure(String name, String unit, Preset preset, List<String> settings) {
	}

	private final Path root;

	private PaperFigures(Path root) {
		this.root = root;
	}

	/** Runs it. */
	public static void main(String[] arguments) throws StarfishException, IOException {
		boolean publishes = List.of(arguments).contains("--publish");
		if (arguments.length != (publishes ? 1 : 0)) {
			System.err.println("""
					Usage: ./starfish bench PaperFigures [--publish]
					  --publish   put the figures into the example project and the documentation,
					              rather than into target/paper-figures""");
			System.exit(2);
		}
		new PaperFigures(Path.of(System.getProperty("starfish.root", "."))).run(publishes);
	}

	private void run(boolean publishes) throws StarfishException, IOException {
		Path drawn = root.resolve("target/paper-figures");
		Path examples = root.resolve("bundles/org.starfish.examples/tidepool");
		Model tidepool = Model.read(ModelFile.of(examples.resolve("tidepool.zip").toString()), ModelImporters.builtIn(),
				Optional.empty(), Optional.empty(), Progress.NONE);
		draw(tidepool, "../tidepool.zip", figures("", OF_TIDEPOOL),
				publishes ? examples.resolve("figures") : drawn.resolve("tidepool"));
		draw(SampleModel.open("googlenet.onnx"), "googlenet.onnx", figures("paper-", OF_GOOGLENET),
				publishes ? root.resolve("docs/pictures") : drawn.resolve("googlenet"));
	}

	private static List<Figure> figures(String prefix, List<String> classes) {
		Stream<Figure> starfish = Stream.of(new Figure(prefix + "1.1-starfish", "starfish", Presets.STARFISH, List.of()),
				new Figure(prefix + "3.1-starfish-without-regularization", "starfish", Presets.PAPER_2017, NO_REGULARIZATION),
				new Figure(prefix + "3.1-starfish-with-regularization", "starfish", Presets.PAPER_2017, List.of()));
		return Stream.concat(starfish, classes.stream().map(
				name -> new Figure(prefix + "3.2-" + name.replace(' ', '-'), name, Presets.STARFISH, List.of()))).toList();
	}

	/**
	 * @param path how the recipes name the model
	 */
	private void draw(Model model, String path, List<Figure> figures, Path folder)
			throws StarfishException, IOException {
		Files.createDirectories(folder);
		var reference = new FileReference(path, model.file().sha256());
		String program = program();
		for (Figure figure : figures) {
			Parameters parameters = figure.preset().parameters();
			for (String setting : figure.settings()) {
				parameters = parameters.set(setting);
			}
			var unit = UnitAddress.parse(figure.unit()).in(model.network(), model.labels()).address();
			var recipe = new Recipe(reference, model.preprocessing(), new Target.OfUnit(unit), Optional.of(figure.unit()),
					figure.preset().name(), parameters, 0, Optional.empty(), Recipe.EngineChoice.here(), program);
			Synthesis synthesis = new GradientAscent(model.network()).run(recipe, Optional.empty(), StepListener.NONE);
			Path file = folder.resolve(figure.name() + ".png");
			Files.write(file, PngWriter.encode(synthesis.picture(), Map.of(RecipeJson.KEYWORD, RecipeJson.write(synthesis.recipe()))));
			System.out.printf(Locale.ROOT, "%-60s roughness %.3f%n", file, roughness(synthesis.picture()));
		}
	}

	/** As the program calls itself in recipes. */
	private String program() throws IOException {
		try (var stream = Files.newInputStream(root.resolve("bundles/org.starfish.core/META-INF/MANIFEST.MF"))) {
			String version = new Manifest(stream).getMainAttributes().getValue("Bundle-Version");
			return "starfish " + version.replace(".qualifier", "");
		}
	}

	/** How much neighbouring pixels differ: half their mean squared difference over the variance, 1 for noise and near 0 for photos. */
	private static double roughness(RgbImage picture) {
		byte[] values = picture.rgb();
		double sum = 0;
		double square = 0;
		double difference = 0;
		for (int i = 0; i < values.length; i++) {
			double value = values[i] & 0xff;
			sum += value;
			square += value * value;
			double next = i % (3 * picture.width()) < 3 * (picture.width() - 1) ? values[i + 3] & 0xff : value;
			difference += (value - next) * (value - next);
		}
		double mean = sum / values.length;
		return difference / 2 / values.length / (square / values.length - mean * mean);
	}
}
