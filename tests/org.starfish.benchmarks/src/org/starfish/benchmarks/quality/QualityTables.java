// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.starfish.benchmarks.quality.Judge.Verdict;
import org.starfish.benchmarks.report.ResultTable;
import org.starfish.core.network.Labels;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;

/** Counts verdicts, preset by preset and class by class. */
public final class QualityTables {
	/** The table of how long pictures take, which is measured apart. */
	public static final String SECONDS = "seconds";
	private static final int FIVE = 5;

	private final Labels labels;
	private final int[] classes;
	private final int seeds;
	private final Map<String, Map<Integer, List<Verdict>>> whole = new LinkedHashMap<>();
	private final Map<String, Map<Integer, List<Verdict>>> reduced = new LinkedHashMap<>();

	/**
	 * @param labels of the classes
	 * @param seeds how many pictures there are of a class
	 */
	public QualityTables(Labels labels, int[] classes, int seeds) {
		this.labels = labels;
		this.classes = classes;
		this.seeds = seeds;
	}

	/** Takes a verdict on a picture, and one on the reduced picture. */
	public void add(String preset, int category, Verdict onWhole, Verdict onReduced) {
		list(whole, preset, category).add(onWhole);
		list(reduced, preset, category).add(onReduced);
	}

	private static List<Verdict> list(Map<String, Map<Integer, List<Verdict>>> all, String preset, int category) {
		return all.computeIfAbsent(preset, name -> new LinkedHashMap<>()).computeIfAbsent(category, index -> new ArrayList<>());
	}

	/**
	 * How often the class was recognized.
	 *
	 * @param seconds the table of them, or null
	 */
	public ResultTable quality(Map<String, Parameters> presets, ResultTable seconds) {
		int pictures = classes.length * seeds;
		var table = new ResultTable("quality", "How often MobileNet has the class first and in its top 5, of %d pictures".formatted(pictures),
				1, "preset", "steps", "first", "top 5", "sum", "reduced: first", "reduced: top 5", "core seconds", "times starfish");
		for (var preset : presets.entrySet()) {
			List<Verdict> verdicts = all(whole, preset.getKey());
			List<Verdict> onReduced = all(reduced, preset.getKey());
			List<Object> time = time(seconds, preset.getKey());
			table.row(preset.getKey(), steps(preset.getValue()), within(verdicts, 1), within(verdicts, FIVE),
					within(verdicts, 1) + within(verdicts, FIVE), within(onReduced, 1), within(onReduced, FIVE), time.get(0), time.get(1));
		}
		return table;
	}

	/** The same for each class: first, and in the top 5. */
	public ResultTable byClass() {
		List<String> heads = new ArrayList<>(List.of("class"));
		heads.addAll(whole.keySet());
		var table = new ResultTable("classes", "The same by class: first / top 5, of %d".formatted(seeds), 1, heads.toArray(String[]::new));
		for (int category : classes) {
			List<Object> row = new ArrayList<>(List.of(labels.name(category)));
			for (var preset : whole.values()) {
				List<Verdict> verdicts = preset.get(category);
				row.add("%d / %d".formatted(within(verdicts, 1), within(verdicts, FIVE)));
			}
			table.row(row.toArray());
		}
		return table;
	}

	/** A table of how long pictures take, with the ratio to the first preset. */
	public static ResultTable seconds(Map<String, Double> measured) {
		var table = new ResultTable(SECONDS, "Seconds a picture", 1, "preset", "s", "ratio");
		double first = measured.values().iterator().next();
		measured.forEach((preset, seconds) -> table.row(preset, seconds, seconds / first));
		return table;
	}

	private static List<Object> time(ResultTable seconds, String preset) {
		if (seconds != null) {
			for (List<Object> row : seconds.rows()) {
				if (row.get(0).equals(preset)) {
					return List.of(row.get(1), row.get(2));
				}
			}
		}
		return List.of("", "");
	}

	private static List<Verdict> all(Map<String, Map<Integer, List<Verdict>>> verdicts, String preset) {
		return verdicts.get(preset).values().stream().flatMap(List::stream).toList();
	}

	private static String steps(Parameters parameters) {
		int octaves = parameters.integer(Parameter.OCTAVES);
		int steps = parameters.integer(Parameter.STEPS);
		return octaves == 1 ? Integer.toString(steps) : octaves + " x " + steps;
	}

	private static int within(List<Verdict> verdicts, int rank) {
		return (int) verdicts.stream().filter(verdict -> verdict.rank() <= rank).count();
	}
}
