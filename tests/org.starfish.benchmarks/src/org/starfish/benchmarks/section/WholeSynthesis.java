// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.section;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.starfish.benchmarks.contest.Conditions;
import org.starfish.benchmarks.contest.Fork;
import org.starfish.benchmarks.contest.Subject;
import org.starfish.benchmarks.report.ResultFile;
import org.starfish.benchmarks.report.ResultTable;
import org.starfish.benchmarks.report.Spread;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.importing.ModelImporters;
import org.starfish.core.model.Model;
import org.starfish.core.model.ModelFile;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.synthesis.GradientAscent;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.Target;

/**
 * A whole synthesis of one class of GoogLeNet with the default preset, beside what of it the network's forward and gradient passes take:
 * the rest is making the plan, transforms, parameterization, regularizers and a frame after every step.
 */
public final class WholeSynthesis implements Section {
	private static final int TIMES = 3;
	private static final int PICTURES = 3;
	private static final String FIRST = "first, ";
	private static final String LATER = "later, ";
	private static final String WHOLE = "whole";
	private static final String BARE = "bare";
	private static final String STEPS = "steps";

	@Override
	public String name() {
		return "synthesis";
	}

	@Override
	public void run(Settings settings, ResultFile results) throws StarfishException, IOException {
		var table = new ResultTable(name(), "A whole synthesis of a class of GoogLeNet with the default preset", 2, "picture", "steps",
				"whole, s", "gradient steps of it, s", "whole / gradient steps", "a gradient step, ms");
		List<Map<String, Double>> runs = new ArrayList<>();
		for (int i = 0; i < TIMES; i++) {
			settings.progress().accept("Synthesis (%d of %d)".formatted(i + 1, TIMES));
			try (var fork = new Fork(Conditions.ofThreads(settings.threads()), WholeSynthesis.class, Subject.GOOGLENET.file().toString())) {
				runs.add(fork.read(Answer.class).numbers());
			}
		}
		// The target is of the program at work, as of all that is measured here.
		row(table, "later ones", LATER, runs);
		row(table, "first of a program", FIRST, runs);
		results.put(table);
	}

	private static void row(ResultTable table, String picture, String key, List<Map<String, Double>> runs) {
		double[] whole = numbers(runs, key + WHOLE);
		double[] bare = numbers(runs, key + BARE);
		int steps = runs.get(0).get(STEPS).intValue();
		double[] ratio = new double[whole.length];
		double[] step = new double[whole.length];
		for (int i = 0; i < whole.length; i++) {
			ratio[i] = whole[i] / bare[i];
			step[i] = 1000 * bare[i] / steps;
		}
		table.row(picture, steps, Spread.of(whole), Spread.of(bare), Spread.of(ratio), Spread.of(step));
	}

	private static double[] numbers(List<Map<String, Double>> runs, String key) {
		return runs.stream().mapToDouble(run -> run.get(key)).toArray();
	}

	/**
	 * Draws some pictures and tells how long the first and the last took.
	 *
	 * @param arguments the model's file
	 */
	public static void main(String[] arguments) throws StarfishException {
		Answer.reserveOutput();
		Model model = Model.read(ModelFile.of(arguments[0]), ModelImporters.builtIn(), Optional.empty(), Optional.empty(), Progress.NONE);
		var recipe = new Recipe(new Recipe.FileReference(model.file().name(), ""), model.preprocessing(),
				new Target.OfUnit(UnitAddress.parse("prob:327")), Optional.empty(), Presets.STARFISH.name(), Presets.STARFISH.parameters(), 0,
				Optional.empty(), new Recipe.EngineChoice(Engine.variant(), Engine.threads()), "starfish");
		Map<String, Double> numbers = new HashMap<>();
		for (int picture = 0; picture < PICTURES; picture++) {
			draw(model, recipe, picture == 0 ? FIRST : LATER, numbers);
		}
		new Answer(numbers).send();
	}

	private static void draw(Model model, Recipe recipe, String key, Map<String, Double> numbers) throws StarfishException {
		var clock = new long[1];
		var steps = new int[1];
		long start = System.nanoTime();
		new GradientAscent(model.network(), request -> new TimedPlan(Engine.compile(model.network(), request), clock))
				.run(recipe, Optional.empty(), frame -> steps[0] = frame.step());
		numbers.put(key + WHOLE, (System.nanoTime() - start) / 1e9);
		numbers.put(key + BARE, clock[0] / 1e9);
		numbers.put(STEPS, (double) steps[0]);
	}
}
