// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.section;

import java.util.Optional;

import org.starfish.benchmarks.contest.Subject;
import org.starfish.benchmarks.report.ResultFile;
import org.starfish.benchmarks.report.ResultTable;
import org.starfish.benchmarks.report.Spread;

/** What the engine must reach, beside what was measured. */
public final class Targets {
	private static final Subject[] COMPARED = { Subject.VGG16, Subject.GOOGLENET };

	private final ResultFile results;
	private final ResultTable table = new ResultTable("targets", "What was asked for, and what was reached", 1, "target", "at most",
			"aim", "reached", "kept");

	private Targets(ResultFile results) {
		this.results = results;
	}

	/** Adds a table of all targets about which there are results. */
	public static void judge(ResultFile results) {
		new Targets(results).judge();
	}

	private void judge() {
		for (Subject subject : COMPARED) {
			compare("forward", subject, 0.95, 0.85);
			compare("gradient", subject, 0.90, 0.75);
		}
		for (Subject subject : Subject.values()) {
			cell("middle", subject.title(), 3)
					.ifPresent(ratio -> row("channel in the middle of %s / its layers".formatted(subject.title()), 1.1, null, ratio));
		}
		for (String layer : new String[] { "fc6", "fc7", "fc8" }) {
			cell("dense", layer, 5).ifPresent(share -> row("memory bandwidth / that of VGG16's %s".formatted(layer), 1.25, null, 1 / share));
		}
		cell("synthesis", "later ones", 4).ifPresent(ratio -> row("whole synthesis / its gradient steps", 1.15, null, ratio));
		cell("opening", Subject.GOOGLENET.file().getFileName().toString(), 2).ifPresent(time -> row("opening GoogLeNet, s", 0.5, null, time / 1e3));
		if (!table.rows().isEmpty()) {
			results.put(table);
		}
	}

	/** The ratio to libtorch at batch 1 to the end. */
	private void compare(String name, Subject subject, double most, double aim) {
		ResultTable compared = results.tables().get(name);
		if (compared == null) {
			return;
		}
		compared.rows().stream()
				.filter(row -> row.get(0).equals(subject.title()) && row.get(1).equals(1) && !row.get(2).toString().contains(subject.middle()))
				.map(row -> row.get(7)).filter(Spread.class::isInstance).findFirst()
				.ifPresent(ratio -> row("%s of %s / libtorch's".formatted(name, subject.title()), most, aim, ((Spread) ratio).median()));
	}

	private Optional<Double> cell(String name, String key, int column) {
		ResultTable found = results.tables().get(name);
		return found == null ? Optional.empty()
				: found.rows().stream().filter(row -> row.get(0).equals(key)).findFirst().map(row -> row.get(column))
						.map(cell -> cell instanceof Spread spread ? spread.median() : ((Number) cell).doubleValue());
	}

	private void row(String target, double most, Double aim, double reached) {
		table.row(target, most, aim, reached, aim != null && reached <= aim ? "yes, and the aim" : reached <= most ? "yes" : "no");
	}
}
