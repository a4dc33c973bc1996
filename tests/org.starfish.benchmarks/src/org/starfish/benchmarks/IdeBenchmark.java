// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.starfish.benchmarks.ide.IdeSections;
import org.starfish.benchmarks.report.Machine;
import org.starfish.benchmarks.report.MarkdownPage;
import org.starfish.benchmarks.report.ResultFile;
import org.starfish.benchmarks.report.ResultTable;
import org.starfish.benchmarks.report.TextTable;
import org.starfish.core.StarfishException;

/**
 * How fast the user interface reacts: starts the product with drivers in it, which do with its real widgets what a user
 * would. Prints tables and writes {@code ide.json}.
 *
 * <pre>
 * ./starfish bench ide [--output FOLDER | --publish] [--add] [PART...]
 * </pre>
 */
public final class IdeBenchmark {
	private IdeBenchmark() {
	}

	/** Runs the benchmark. */
	public static void main(String[] arguments) throws StarfishException, IOException {
		Path root = Path.of(System.getProperty("starfish.root", "."));
		Path output = root.resolve("target/starfish/bench");
		boolean publish = false;
		boolean add = false;
		List<String> wanted = new ArrayList<>();
		for (int i = 0; i < arguments.length; i++) {
			switch (arguments[i]) {
			case "--publish" -> {
				publish = true;
				output = root.resolve("docs/performance");
			}
			case "--add" -> add = true;
			case "--output" -> output = Path.of(arguments[++i]);
			default -> wanted.add(arguments[i]);
			}
		}
		Files.createDirectories(output);
		Path file = output.resolve("ide.json");
		ResultFile results = add && Files.exists(file) ? ResultFile.read(file) : ResultFile.empty();
		var parts = new IdeSections(results).parts();
		if (!parts.keySet().containsAll(wanted)) {
			System.err.println("""
					Usage: ./starfish bench ide [OPTION...] [PART...]
					  --output FOLDER  where to write ide.json
					  --publish        write to docs/performance, and put the tables into docs/performance.md
					  --add            keep what an ide.json in that folder holds of other parts
					Parts: %s""".formatted(String.join(", ", parts.keySet())));
			System.exit(2);
		}
		results.facts().put("date", LocalDate.now().toString());
		results.facts().putAll(Machine.facts());
		results.facts().put("screen", "1600 x 1000, Xvfb, GTK 3");
		for (var part : parts.entrySet()) {
			if (wanted.isEmpty() || wanted.contains(part.getKey())) {
				long start = System.nanoTime();
				part.getValue().run();
				System.err.printf("%s: %.0f s%n", part.getKey(), (System.nanoTime() - start) / 1e9);
			}
		}
		results.facts().forEach((name, value) -> System.out.printf("%-12s %s%n", name, value));
		System.out.println();
		for (ResultTable table : results.tables().values()) {
			System.out.println(TextTable.of(table));
		}
		results.write(file);
		if (publish) {
			MarkdownPage.fill(root.resolve("docs/performance.md"), "ide-facts", results);
		}
		System.out.printf("Written to %s%n", file);
	}
}
