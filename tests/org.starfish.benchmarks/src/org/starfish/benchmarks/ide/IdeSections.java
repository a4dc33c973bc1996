// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.ide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;


import org.starfish.benchmarks.report.ResultFile;
import org.starfish.benchmarks.report.ResultTable;
import org.starfish.benchmarks.report.Spread;
import org.starfish.core.StarfishException;

/** What is measured of the IDE. Each part starts it anew and adds to the tables. */
public final class IdeSections {
	private static final double SECOND = 1000;
	private static final int COLD = 3;
	private static final int TURNS = 5;
	private static final double P95 = 0.95;

	private final Path models = Path.of(System.getProperty("starfish.testdata"), "models");
	private final Path photos = Path.of(System.getProperty("starfish.testdata"), "images", "photos");
	private final String model = models.resolve("googlenet.onnx").toString();
	private final String labels = models.resolve("synset_words.txt").toString();
	private final String coffee = photos.resolve("skimage_coffee.png").toString();
	private final ResultFile results;
	private final ResultTable targets = new ResultTable("ide-targets", "What was asked for, and what was reached", 1, "target",
			"at most", "reached", "kept");
	private final ResultTable times = new ResultTable("ide-times", "Times, in ms", 1, "what", "how often", "median", "95 of 100",
			"worst");
	private final ResultTable stalls = new ResultTable("ide-stalls", "The longest time without a reaction, in ms", 1, "while",
			"how often", "median", "longest", "longest event", "most computed", "where it was");
	private final ResultTable cost = new ResultTable("ide-synthesis", "Steps a second of a synthesis on GoogLeNet", 1, "turns",
			"with the editor", "without", "with / without");
	private final ResultTable memory = new ResultTable("ide-memory", "Memory after GoogLeNet was closed, in MB", 1,
			"closed so many times", "used of the Java heap", "taken by the Java heap", "process");

	/**
	 * @param results get the tables
	 */
	public IdeSections(ResultFile results) {
		this.results = results;
	}

	/** All parts by name. */
	public Map<String, Part> parts() {
		Map<String, Part> parts = new LinkedHashMap<>();
		parts.put("opening", this::opening);
		parts.put("selecting", this::selecting);
		parts.put("scrolling", this::scrolling);
		parts.put("stalls", this::stalls);
		parts.put("synthesis", this::synthesis);
		parts.put("memory", this::memory);
		return parts;
	}

	/** A part. */
	@FunctionalInterface
	public interface Part {
		/** Measures. */
		void run() throws StarfishException, IOException;
	}

	private void opening() throws StarfishException, IOException {
		double[] picker = new double[COLD];
		double[] painted = new double[COLD];
		for (int time = 0; time < COLD; time++) {
			Measured measured = IdeProcess.run("OpeningCold", model, labels, coffee);
			picker[time] = measured.numbers("picker")[0];
			painted[time] = measured.numbers("painted")[0];
		}
		times("right click on GoogLeNet to layers to pick from, all cold", picker);
		times("right click on GoogLeNet to painted grid, all cold", painted);
		target("right click to painted grid of GoogLeNet, all cold but the IDE, s", 4, Measured.quantile(painted, 1) / SECOND);
	}

	private void selecting() throws StarfishException, IOException {
		Measured measured = IdeProcess.run("SelectingCached", model, labels, coffee);
		double[] cached = measured.numbers("cached");
		times("another layer, whose answer is known, to painted grid", cached);
		times("the same, each layer for the first time", measured.numbers("first"));
		target("another layer, whose answer is known, to painted grid, ms", 50, Measured.quantile(cached, 0.5));
		target("the same, worst of all, ms", 50, Measured.quantile(cached, 1));
	}

	private void scrolling() throws StarfishException, IOException {
		Path folder = Files.createTempDirectory("starfish-bench-");
		Path wide = folder.resolve("wide.onnx");
		try {
			WideModel.write(wide);
			Measured measured = IdeProcess.run("Scrolling", wide.toString(), coffee);
			double worst = 0;
			double median = 0;
			for (String way : new String[] { "wheel", "drag", "page" }) {
				double[] paints = measured.numbers(way);
				times("painting 2,048 tiles, scrolled by %s".formatted(way), paints);
				times("scrolling by %s to painted".formatted(way), measured.numbers(way + " to painted"));
				median = Math.max(median, Measured.quantile(paints, 0.5));
				worst = Math.max(worst, Measured.quantile(paints, P95));
			}
			target("painting while 2,048 tiles scroll, ms", 16, median);
			target("the same, 95 of 100, ms", 16, worst);
		} finally {
			Files.deleteIfExists(wide);
			Files.delete(folder);
		}
	}

	private void stalls() throws StarfishException, IOException {
		Measured measured = IdeProcess.run("Stalls", model, coffee, photos.resolve("skimage_chelsea.png").toString(),
				photos.resolve("skimage_astronaut.png").toString());
		stall(measured, "opening, first", "GoogLeNet is opened for the first time");
		stall(measured, "opening, again", "GoogLeNet is opened again");
		stall(measured, "closing", "GoogLeNet is closed");
		stall(measured, "running, first", "GoogLeNet answers for the first time");
		stall(measured, "running", "GoogLeNet answers, layer after layer");
		target("longest time without a reaction while GoogLeNet runs, ms", 50, Measured.quantile(measured.numbers("running"), 1));
		target("the same while it is opened again, ms", 50, Measured.quantile(measured.numbers("opening, again"), 1));
	}

	private void stall(Measured measured, String series, String what) {
		double[] numbers = measured.numbers(series);
		stalls.row(what, numbers.length, Measured.quantile(numbers, 0.5), Measured.quantile(numbers, 1),
				Measured.quantile(measured.numbers(series + ", event"), 1),
				Measured.quantile(measured.numbers(series + ", computed"), 1), measured.text("stack of " + series));
		results.put(stalls);
	}

	private void synthesis() throws StarfishException, IOException {
		Measured measured = IdeProcess.run("EditorCost", model, Integer.toString(TURNS));
		double[] with = measured.numbers("editor");
		double[] without = measured.numbers("headless");
		double[] ratio = new double[with.length];
		for (int turn = 0; turn < ratio.length; turn++) {
			ratio[turn] = with[turn] / without[turn];
		}
		cost.row(with.length, Spread.of(with), Spread.of(without), Spread.of(ratio));
		results.put(cost);
		target("what the editor of a synthesis takes of its steps a second", 0.05, 1 - Spread.of(ratio).median());
	}

	private void memory() throws StarfishException, IOException {
		Measured measured = IdeProcess.run("Reopening", model, labels, coffee);
		for (int time : new int[] { 0, 1, 5, 10, 15, 20 }) {
			memory.row(time, measured.numbers("heap")[time], measured.numbers("heap taken")[time],
					measured.numbers("process")[time]);
		}
		results.put(memory);
	}

	private void times(String what, double[] series) {
		times.row(what, series.length, Measured.quantile(series, 0.5), Measured.quantile(series, P95), Measured.quantile(series, 1));
		results.put(times);
	}

	private void target(String what, double most, double reached) {
		targets.row(what, most, reached, reached <= most ? "yes" : "no");
		results.put(targets);
	}
}
