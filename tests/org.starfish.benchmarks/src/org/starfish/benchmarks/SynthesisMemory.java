// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks;

import java.util.Optional;

import org.starfish.benchmarks.contest.ProcessMemory;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.model.Model;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.synthesis.GradientAscent;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.Target;

/**
 * How much memory a synthesis takes, and whether it grows: prints this process's resident size along 1,000 steps on GoogLeNet, and its
 * peak. Linux only.
 *
 * <pre>
 * ./starfish bench SynthesisMemory
 * </pre>
 */
public final class SynthesisMemory {
	private static final int STEPS = 1000;
	private static final int BETWEEN = 100;
	private static final long MEGABYTE = 1 << 20;

	private SynthesisMemory() {
	}

	/** Runs the benchmark. */
	public static void main(String[] arguments) throws StarfishException {
		Model model = SampleModel.open("googlenet.onnx");
		var recipe = new Recipe(new Recipe.FileReference(model.file().name(), ""), model.preprocessing(),
				new Target.OfUnit(UnitAddress.parse("prob:327")), Optional.empty(), Presets.STARFISH.name(),
				Presets.STARFISH.parameters().with(Parameter.OCTAVES, 1).with(Parameter.STEPS, STEPS), 0, Optional.empty(),
				new Recipe.EngineChoice(Engine.variant(), Engine.threads()), "starfish");
		System.out.printf("%6s %14s%n", "step", "resident, MB");
		new GradientAscent(model.network()).run(recipe, Optional.empty(), frame -> {
			if (frame.step() % BETWEEN == 0) {
				System.out.printf("%6d %14d%n", frame.step(), ProcessMemory.resident() / MEGABYTE);
			}
		});
		System.out.printf("%6s %14d%n", "peak", ProcessMemory.peak() / MEGABYTE);
	}
}
