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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.starfish.benchmarks.contest.Contest.Effort;
import org.starfish.benchmarks.contest.Subject;
import org.starfish.benchmarks.report.Machine;
import org.starfish.benchmarks.report.MarkdownPage;
import org.starfish.benchmarks.report.ResultFile;
import org.starfish.benchmarks.report.ResultTable;
import org.starfish.benchmarks.report.TextTable;
import org.starfish.benchmarks.section.Activations;
import org.starfish.benchmarks.section.Comparison;
import org.starfish.benchmarks.section.Layers;
import org.starfish.benchmarks.section.Memory;
import org.starfish.benchmarks.section.Opening;
import org.starfish.benchmarks.section.Scaling;
import org.starfish.benchmarks.section.Section;
import org.starfish.benchmarks.section.Settings;
import org.starfish.benchmarks.section.Targets;
import org.starfish.benchmarks.section.Variants;
import org.starfish.benchmarks.section.WholeSynthesis;
import org.starfish.core.StarfishException;

/**
 * How fast the engine is, beside DL4J's own layers and libtorch, and what its speed is made of. Prints tables, and writes
 * {@code engine.json} and {@code engine.svg}.
 *
 * <pre>
 * ./starfish bench engine [--only SECTION,...] [--quick] [--networks vgg16,googlenet,mobilenet] [--batches 1,8] [--threads 2]
 *                         [--forks 2] [--rounds 4] [--output FOLDER | --publish] [--add]
 * </pre>
 */
public final class EngineBenchmark {
	private static final List<Section> SECTIONS = List.of(new Comparison(false), new Comparison(true), new WholeSynthesis(), new Opening(),
			new Activations(), new Memory(), new Layers(), new Scaling(), new Variants());

	private List<String> sections = SECTIONS.stream().map(Section::name).toList();
	private List<Subject> subjects = List.of(Subject.values());
	private List<Integer> batches = List.of(1, 8);
	private int threads = Runtime.getRuntime().availableProcessors();
	private int forks = 2;
	private int rounds = 4;
	private double seconds = 0.3;
	private Path output = Path.of(System.getProperty("starfish.root", "."), "target", "starfish", "bench");
	private Optional<Path> page = Optional.empty();
	private boolean add;

	private EngineBenchmark() {
	}

	/** Runs the benchmark. */
	public static void main(String[] arguments) throws StarfishException, IOException {
		var benchmark = new EngineBenchmark();
		try {
			benchmark.read(arguments);
		} catch (IllegalArgumentException e) {
			System.err.println(e.getMessage());
			System.exit(2);
		}
		benchmark.run();
	}

	private void read(String[] arguments) {
		var rest = new ArrayList<>(Arrays.asList(arguments)).iterator();
		while (rest.hasNext()) {
			String option = rest.next();
			switch (option) {
			case "--quick" -> {
				forks = 1;
				rounds = 3;
				seconds = 0.2;
				batches = List.of(1);
			}
			case "--help" -> throw new IllegalArgumentException(usage());
			case "--add" -> add = true;
			case "--publish" -> {
				Path documents = Path.of(System.getProperty("starfish.root", "."), "docs");
				output = documents.resolve("performance");
				page = Optional.of(documents.resolve("performance.md"));
			}
			case "--only" -> sections = Arrays.stream(value(option, rest).split(",")).map(EngineBenchmark::section).map(Section::name).toList();
			case "--networks" -> subjects = Arrays.stream(value(option, rest).split(",")).map(EngineBenchmark::subject).toList();
			case "--batches" -> batches = Arrays.stream(value(option, rest).split(",")).map(Integer::valueOf).toList();
			case "--threads" -> threads = Integer.parseInt(value(option, rest));
			case "--forks" -> forks = Integer.parseInt(value(option, rest));
			case "--rounds" -> rounds = Integer.parseInt(value(option, rest));
			case "--output" -> output = Path.of(value(option, rest));
			default -> throw new IllegalArgumentException(
					"There is no option '%s'.%n%s".formatted(option, usage()));
			}
		}
	}

	private static String usage() {
		return """
				Usage: ./starfish bench engine [OPTION...]
				  --only SECTION,...    some of %s
				  --networks NAME,...   some of %s
				  --batches N,...       examples at once, for forward and gradient
				  --threads N           threads of each library
				  --forks N             virtual machines for each number at batch 1, one after the other
				  --rounds N            rounds in each of them
				  --quick               fewer and shorter rounds, batch 1 only
				  --output FOLDER       where to write engine.json and engine.svg
				  --publish             write to docs/performance, and put the tables into docs/performance.md
				  --add                 keep what an engine.json in that folder holds of other sections and networks
				""".formatted(SECTIONS.stream().map(Section::name).collect(Collectors.joining(", ")),
				Arrays.stream(Subject.values()).map(Subject::word).collect(Collectors.joining(", ")));
	}

	private static String value(String option, Iterator<String> rest) {
		if (!rest.hasNext()) {
			throw new IllegalArgumentException("%s needs a value.".formatted(option));
		}
		return rest.next();
	}

	private static Section section(String name) {
		return SECTIONS.stream().filter(section -> section.name().equals(name)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("There is no section '%s'; there are %s.".formatted(name,
						SECTIONS.stream().map(Section::name).collect(Collectors.joining(", ")))));
	}

	private static Subject subject(String word) {
		return Arrays.stream(Subject.values()).filter(subject -> subject.word().equals(word)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("There is no network '%s'; there are %s.".formatted(word,
						Arrays.stream(Subject.values()).map(Subject::word).collect(Collectors.joining(", ")))));
	}

	private void run() throws StarfishException, IOException {
		Files.createDirectories(output);
		Path file = output.resolve("engine.json");
		ResultFile results = add && Files.exists(file) ? ResultFile.read(file) : ResultFile.empty();
		results.facts().put("date", LocalDate.now().toString());
		results.facts().putAll(Machine.facts());
		results.facts().put("threads", Integer.toString(threads));
		results.facts().put("effort", "%d virtual machines at batch 1, one after the other, with %d rounds of at least %s s each".formatted(forks, rounds, seconds));
		var settings = new Settings(subjects, batches, threads, new Effort(forks, rounds, seconds), EngineBenchmark::say);
		for (String name : sections) {
			Section section = section(name);
			long start = System.nanoTime();
			section.run(settings, results);
			say("%s: %.0f s".formatted(name, (System.nanoTime() - start) / 1e9));
		}
		Targets.judge(results);
		say("");
		results.facts().forEach((name, value) -> System.out.printf("%-12s %s%n", name, value));
		System.out.println();
		for (ResultTable table : results.tables().values()) {
			System.out.println(TextTable.of(table));
		}
		results.write(file);
		Optional<String> chart = Comparison.chart(results);
		if (chart.isPresent()) {
			Files.writeString(output.resolve("engine.svg"), chart.get());
		}
		if (page.isPresent()) {
			MarkdownPage.fill(page.get(), results);
		}
		System.out.printf("Written to %s%n", output);
	}

	private static void say(String line) {
		System.err.println(line);
	}
}
