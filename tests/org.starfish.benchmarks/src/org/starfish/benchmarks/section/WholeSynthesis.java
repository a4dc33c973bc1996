// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.section;

import java.io.IOException;
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
import org.starfish.core.synthesis.Presets;
import org.starfish.core.synthesis.Recipe;
import org.starfish.core.synthesis.Target;

/**
 * A whole synthesis of one class of GoogLeNet with the default preset, beside what of it the network's forward and gradient passes take:
 * the rest is making the plan, transforms, parameterization, regularizers and a frame after every step.
 */
public final class WholeSynthesis implements Section {
	private static final int TIMES = 3;

	@Override
	public String name() {
		return "synthesis";
	}

	@Override
	public void run(Settings settings, ResultFile results) throws StarfishException, IOException {
		var table = new ResultTable(name(), "A whole synthesis of a class of GoogLeNet with the default preset", 2, "preset", "steps",
				"whole, s", "gradient steps of it, s", "whole / gradient steps", "a gradient step, ms");
		double[] whole = new double[TIMES];
		double[] bare = new double[TIMES];
		double[] ratio = new double[TIMES];
		double[] step = new double[TIMES];
		int steps = 0;
		for (int i = 0; i < TIMES; i++) {
			settings.progress().accept("Synthesis (%d of %d)".formatted(i + 1, TIMES));
			try (var fork = new Fork(Conditions.ofThreads(settings.threads()), WholeSynthesis.class, Subject.GOOGLENET.file().toString())) {
				Map<String, Double> numbers = fork.read(Answer.class).numbers();
				steps = numbers.get("steps").intValue();
				whole[i] = numbers.get("whole");
				bare[i] = numbers.get("bare");
				ratio[i] = whole[i] / bare[i];
				step[i] = 1000 * bare[i] / steps;
			}
		}
		table.row(Presets.STARFISH.name(), steps, Spread.of(whole), Spread.of(bare), Spread.of(ratio), Spread.of(step));
		results.put(table);
	}

	/**
	 * Draws one picture and tells how long it took.
	 *
	 * @param arguments the model's file
	 */
	public static void main(String[] arguments) throws StarfishException {
		Answer.reserveOutput();
		Model model = Model.read(ModelFile.of(arguments[0]), ModelImporters.builtIn(), Optional.empty(), Optional.empty(), Progress.NONE);
		var recipe = new Recipe(new Recipe.FileReference(model.file().name(), ""), model.preprocessing(),
				new Target.OfUnit(UnitAddress.parse("prob:327")), Optional.empty(), Presets.STARFISH.name(), Presets.STARFISH.parameters(), 0,
				Optional.empty(), new Recipe.EngineChoice(Engine.variant(), Engine.threads()), "starfish");
		var clock = new long[1];
		var steps = new int[1];
		long start = System.nanoTime();
		new GradientAscent(model.network(), request -> new TimedPlan(Engine.compile(model.network(), request), clock))
				.run(recipe, Optional.empty(), frame -> steps[0] = frame.step());
		double whole = (System.nanoTime() - start) / 1e9;
		new Answer(Map.of("whole", whole, "bare", clock[0] / 1e9, "steps", (double) steps[0])).send();
	}
}
