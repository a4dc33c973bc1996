// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.PngWriter;
import org.starfish.core.image.RgbImage;
import org.starfish.core.model.Model;
import org.starfish.core.network.Layer;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.synthesis.GradientAscent;
import org.starfish.core.synthesis.Parameters;
import org.starfish.core.synthesis.Preset;
import org.starfish.core.synthesis.Presets;
import org.starfish.core.synthesis.Recipe;
import org.starfish.core.synthesis.Synthesis;
import org.starfish.core.synthesis.Target;

/**
 * How good a preset's pictures are: synthesizes ten classes of GoogLeNet and asks MobileNet, which took no part, what the written
 * PNGs show. Also asks it about each picture reduced to half its size and enlarged again, so that a preset cannot shine by fine
 * patterns that happen to please one network. Prints a table, writes the pictures and a contact sheet.
 *
 * <pre>
 * ./starfish bench PresetQuality [--preset NAME] [--set name=value]... [--seeds 0,1,2] [--classes 327,109,...] [--out FOLDER]
 * </pre>
 */
public final class PresetQuality {
	/** Starfish, brain coral, goldfish, daisy, volcano, zebra, panda, peacock, king penguin, monarch. */
	private static final String CLASSES = "327,109,1,985,980,340,388,84,145,323";

	private final Network maker = new Network("googlenet.onnx");
	private final Network judge = new Network("mobilenet_v1_0.25_224.h5");

	/** What a network thinks of a picture. */
	private record Verdict(double probability, int rank) {
	}

	/** A model that answers pictures. */
	private static final class Network {
		private final Model model;
		private final Layer output;
		private final Plan plan;

		Network(String file) throws StarfishException {
			model = SampleModel.open(file);
			output = model.output();
			plan = Engine.compile(model.network(),
					new PlanRequest(Set.of(output), model.network().inputShape(), 1, false));
		}

		Verdict judge(RgbImage picture, int category) throws StarfishException {
			plan.forward(model.preprocessing().toInput(picture, model.network().inputShape()));
			float[] answer = plan.activation(output);
			int rank = 1;
			for (float other : answer) {
				rank += other > answer[category] ? 1 : 0;
			}
			return new Verdict(answer[category], rank);
		}
	}

	private PresetQuality() throws StarfishException {
	}

	/** Runs the benchmark. */
	public static void main(String[] arguments) throws StarfishException, IOException {
		Preset preset = Presets.of(option(arguments, "--preset", Presets.STARFISH.name()));
		Parameters parameters = preset.parameters();
		for (int i = 0; i + 1 < arguments.length; i++) {
			if (arguments[i].equals("--set")) {
				parameters = parameters.set(arguments[i + 1]);
			}
		}
		Path folder = Path.of(option(arguments, "--out", "target/preset-quality/" + preset.name()));
		Files.createDirectories(folder);
		new PresetQuality().run(preset.name(), parameters, numbers(option(arguments, "--seeds", "0,1,2")),
				numbers(option(arguments, "--classes", CLASSES)), folder);
	}

	private static String option(String[] arguments, String name, String otherwise) {
		int at = Arrays.asList(arguments).indexOf(name);
		return at < 0 || at + 1 == arguments.length ? otherwise : arguments[at + 1];
	}

	private static int[] numbers(String list) {
		return Arrays.stream(list.split(",")).mapToInt(Integer::parseInt).toArray();
	}

	private void run(String preset, Parameters parameters, int[] seeds, int[] classes, Path folder)
			throws StarfishException, IOException {
		List<RgbImage> pictures = new ArrayList<>();
		int first = 0;
		int topFive = 0;
		int firstReduced = 0;
		int topFiveReduced = 0;
		double logarithms = 0;
		long began = System.nanoTime();
		System.out.printf("%-6s %4s %10s %12s %12s %7s%n", "class", "seed", "GoogLeNet", "MobileNet", "reduced", "s");
		for (int category : classes) {
			for (int seed : seeds) {
				long start = System.nanoTime();
				Path file = folder.resolve(category + "-" + seed + ".png");
				Files.write(file, PngWriter.encode(synthesize(preset, parameters, category, seed).picture()));
				double seconds = (System.nanoTime() - start) / 1e9;
				RgbImage picture = ImageReader.read(file);
				pictures.add(picture);
				Verdict own = maker.judge(picture, category);
				Verdict other = judge.judge(picture, category);
				Verdict reduced = judge.judge(ContactSheet.reduced(picture), category);
				first += other.rank == 1 ? 1 : 0;
				topFive += other.rank <= 5 ? 1 : 0;
				firstReduced += reduced.rank == 1 ? 1 : 0;
				topFiveReduced += reduced.rank <= 5 ? 1 : 0;
				logarithms += Math.log10(Math.max(other.probability, 1e-9)) + Math.log10(Math.max(reduced.probability, 1e-9));
				System.out.printf(Locale.ROOT, "%-6d %4d %5.3f %4d %7.3f %4d %7.3f %4d %7.1f%n", category, seed,
						own.probability, own.rank, other.probability, other.rank, reduced.probability, reduced.rank, seconds);
			}
		}
		System.out.printf(Locale.ROOT,
				"%s: MobileNet has the class first in %d and in its top 5 in %d of %d; reduced, %d and %d; mean log10 p %.2f; %.1f s a picture%n",
				preset, first, topFive, pictures.size(), firstReduced, topFiveReduced,
				logarithms / 2 / pictures.size(), (System.nanoTime() - began) / 1e9 / pictures.size());
		Path sheet = folder.resolve("contact-sheet.png");
		Files.write(sheet, PngWriter.encode(ContactSheet.of(pictures, seeds.length)));
		System.out.println(sheet);
	}

	private Synthesis synthesize(String preset, Parameters parameters, int category, int seed) throws StarfishException {
		var target = new Target.OfUnit(UnitAddress.parse(maker.output.name() + ":" + category));
		var recipe = new Recipe(new Recipe.FileReference(maker.model.file().name(), ""), maker.model.preprocessing(), target,
				Optional.empty(), preset, parameters, seed, Optional.empty(),
				new Recipe.EngineChoice(Engine.variant(), Engine.threads()), "starfish");
		return new GradientAscent(maker.model.network()).run(recipe, Optional.empty(), frame -> {
		});
	}
}
