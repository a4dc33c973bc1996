// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.starfish.benchmarks.quality.ContactSheet;
import org.starfish.benchmarks.quality.Gallery;
import org.starfish.benchmarks.quality.Judge;
import org.starfish.benchmarks.quality.QualityTables;
import org.starfish.benchmarks.report.Machine;
import org.starfish.benchmarks.report.MarkdownPage;
import org.starfish.benchmarks.report.ResultFile;
import org.starfish.benchmarks.report.ResultTable;
import org.starfish.benchmarks.report.TextTable;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.image.RgbImage;
import org.starfish.core.model.Model;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Preset;
import org.starfish.core.synthesis.recipe.Presets;

/**
 * How good the presets' pictures are: draws ten classes of GoogLeNet and asks MobileNet, which took no part, what the written PNGs
 * show. Also asks it about each picture reduced to half its size and enlarged again, so that a preset cannot shine by fine patterns
 * that happen to please one network. Pictures that the folder holds already are not drawn again.
 */
public final class PresetQuality {
	/** Starfish, brain coral, goldfish, daisy, volcano, zebra, panda, peacock, king penguin, monarch. */
	private int[] classes = { 327, 109, 1, 985, 980, 340, 388, 84, 145, 323 };
	private int[] seeds = { 0, 1, 2 };
	private final Map<String, Parameters> presets = new LinkedHashMap<>();
	private final Path documents = Path.of(System.getProperty("starfish.root", "."), "docs");
	private Path folder = Path.of("target/preset-quality");
	private boolean times;
	private boolean publishes;

	private PresetQuality() {
	}

	/** Runs the benchmark. */
	public static void main(String[] arguments) throws StarfishException, IOException {
		var benchmark = new PresetQuality();
		try {
			benchmark.read(arguments);
		} catch (IllegalArgumentException e) {
			System.err.println(e.getMessage());
			System.exit(2);
		}
		benchmark.run();
	}

	private static String usage() {
		return """
				Usage: ./starfish bench PresetQuality [OPTION...]
				  --presets NAME,...    by default starfish, paper-2017, yosinski-3, deepdream, lucid, maco
				  --set NAME=VALUE      changes a parameter of all of them; the pictures need a folder of their own then
				  --classes N,...       indices of GoogLeNet's classes
				  --seeds N,...         by default 0, 1, 2
				  --out FOLDER          where the pictures lie, or will; by default target/preset-quality
				  --time                also measure how long the processor is busy with a picture of each preset
				  --publish             write to docs/quality, docs/quality.md and docs/pictures""";
	}

	private void read(String[] arguments) throws StarfishException {
		List<Preset> chosen = List.of(Presets.STARFISH, Presets.PAPER_2017, Presets.YOSINSKI_3, Presets.DEEPDREAM,
				Presets.LUCID, Presets.MACO);
		List<String> settings = new ArrayList<>();
		var rest = Arrays.asList(arguments).iterator();
		while (rest.hasNext()) {
			String option = rest.next();
			switch (option) {
			case "--time" -> times = true;
			case "--publish" -> publishes = true;
			case "--presets" -> {
				chosen = new ArrayList<>();
				for (String name : value(option, rest).split(",")) {
					chosen.add(Presets.of(name));
				}
			}
			case "--set" -> settings.add(value(option, rest));
			case "--classes" -> classes = numbers(value(option, rest));
			case "--seeds" -> seeds = numbers(value(option, rest));
			case "--out" -> folder = Path.of(value(option, rest));
			default -> throw new IllegalArgumentException(
					option.equals("--help") ? usage() : "There is no option '%s'.%n%s".formatted(option, usage()));
			}
		}
		for (Preset preset : chosen) {
			Parameters parameters = preset.parameters();
			for (String setting : settings) {
				parameters = parameters.set(setting);
			}
			presets.put(preset.name(), parameters);
		}
	}

	private static String value(String option, Iterator<String> rest) {
		if (!rest.hasNext()) {
			throw new IllegalArgumentException("%s needs a value.".formatted(option));
		}
		return rest.next();
	}

	private static int[] numbers(String list) {
		return Arrays.stream(list.split(",")).mapToInt(Integer::parseInt).toArray();
	}

	private void run() throws StarfishException, IOException {
		Model maker = SampleModel.open("googlenet.onnx");
		var gallery = new Gallery(maker, folder);
		Path kept = publishes ? documents.resolve("quality/quality.json") : folder.resolve("quality.json");
		Files.createDirectories(kept.getParent());
		ResultFile results = Files.exists(kept) ? ResultFile.read(kept) : ResultFile.empty();
		Map<String, List<RgbImage>> pictures = new LinkedHashMap<>();
		var tables = new QualityTables(maker.labels().orElseThrow(), classes, seeds.length);
		try (var judge = new Judge("mobilenet_v1_0.25_224.h5")) {
			// Seed by seed, so that an interrupted run can say something about all presets.
			for (int seed : seeds) {
				for (var preset : presets.entrySet()) {
					for (int category : classes) {
						RgbImage picture = gallery.picture(preset.getKey(), preset.getValue(), category, seed);
						pictures.computeIfAbsent(preset.getKey(), name -> new ArrayList<>()).add(picture);
						Judge.Verdict whole = judge.of(picture, category);
						Judge.Verdict reduced = judge.ofReduced(picture, category);
						tables.add(preset.getKey(), category, whole, reduced);
						System.out.printf(Locale.ROOT, "%-12s %4d seed %d: p %.3f, rank %d; reduced %.3f, %d%n", preset.getKey(),
								category, seed, whole.probability(), whole.rank(), reduced.probability(), reduced.rank());
					}
				}
			}
		}
		if (times) {
			results.put(seconds(gallery));
			results.facts().put("date", LocalDate.now().toString());
			results.facts().putAll(Machine.facts());
			results.facts().put("threads", Integer.toString(Engine.threads()));
		}
		results.put(tables.quality(presets, results.tables().get(QualityTables.SECONDS)));
		results.put(tables.byClass());
		System.out.println();
		results.tables().values().forEach(table -> System.out.println(TextTable.of(table)));
		results.write(kept);
		publish(results, pictures);
	}

	private ResultTable seconds(Gallery gallery) throws StarfishException {
		Map<String, Double> measured = new LinkedHashMap<>();
		for (var preset : presets.entrySet()) {
			// What is compiled and tried once for each process is not the picture's.
			gallery.seconds(preset.getKey(), preset.getValue().with(Parameter.STEPS, 5), classes[0], seeds[0]);
			measured.put(preset.getKey(), gallery.seconds(preset.getKey(), preset.getValue(), classes[0], seeds[0]));
		}
		return QualityTables.seconds(measured);
	}

	private void publish(ResultFile results, Map<String, List<RgbImage>> pictures) throws IOException {
		Path sheets = publishes ? documents.resolve("pictures") : folder;
		for (var preset : pictures.entrySet()) {
			ContactSheet.write(ContactSheet.of(byColumn(preset.getValue()), seeds.length, 112),
					sheets.resolve("quality-" + preset.getKey() + ".jpg"));
		}
		if (publishes) {
			MarkdownPage.fill(documents.resolve("quality.md"), results);
		}
	}

	/** From seed by seed to class by class. */
	private List<RgbImage> byColumn(List<RgbImage> pictures) {
		List<RgbImage> result = new ArrayList<>();
		for (int i = 0; i < classes.length; i++) {
			for (int seed = 0; seed < seeds.length; seed++) {
				result.add(pictures.get(seed * classes.length + i));
			}
		}
		return result;
	}
}
