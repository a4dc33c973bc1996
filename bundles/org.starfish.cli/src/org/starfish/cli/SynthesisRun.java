// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.image.RgbImage;
import org.starfish.core.model.Model;
import org.starfish.core.network.Layer;
import org.starfish.core.network.UnitAddress.Unit;
import org.starfish.core.network.operation.Softmax;
import org.starfish.core.synthesis.Frame;
import org.starfish.core.synthesis.GradientAscent;
import org.starfish.core.synthesis.Synthesis;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.core.synthesis.recipe.RecipeReferences;
import org.starfish.core.synthesis.recipe.Target;

import picocli.CommandLine.Model.CommandSpec;

/** Follows a recipe, writes the picture and says what came of it. Cancelled, it writes the picture reached so far. */
final class SynthesisRun {
	private final CommandSpec spec;
	private final Terminal terminal;
	private final Model model;
	private final RecipeFile files;

	SynthesisRun(CommandSpec spec, Terminal terminal, Model model, RecipeFile files) {
		this.spec = spec;
		this.terminal = terminal;
		this.model = model;
		this.files = files;
	}

	/** How a recipe names the model. */
	Recipe.FileReference modelReference() throws StarfishException {
		return RecipeReferences.to(model.file(), files.picture());
	}

	/**
	 * Draws, writes and reports.
	 *
	 * @param recipe if it knows the kernels that were chosen when it was drawn first, others are reported
	 * @param start the image that it starts from, if it does
	 * @param earlier the variants that it names
	 * @param json whether as JSON
	 * @param more facts for the report
	 * @return the exit status
	 * @throws CancellationException if it was cancelled, after the picture has been written
	 */
	int run(Recipe recipe, Optional<RgbImage> start, List<RgbImage> earlier, boolean json, Map<String, Object> more)
			throws StarfishException {
		List<Map<String, Object>> reports = new ArrayList<>();
		try {
			draw(recipe, start, earlier, json, more, reports);
		} finally {
			if (json) {
				reports.forEach(facts -> spec.commandLine().getOut().println(Json.text(facts)));
			}
		}
		return 0;
	}

	/**
	 * Draws, writes and reports, or leaves the report to others.
	 *
	 * @param silent whether nothing is printed but what went wrong
	 * @param reports gets the facts, also if it is cancelled
	 * @see #run(Recipe, Optional, List, boolean, Map)
	 */
	void draw(Recipe recipe, Optional<RgbImage> start, List<RgbImage> earlier, boolean silent, Map<String, Object> more,
			List<Map<String, Object>> reports) throws StarfishException {
		PrintWriter out = spec.commandLine().getOut();
		long began = System.nanoTime();
		terminal.begin();
		Synthesis result = new GradientAscent(model.network()).apartFrom(earlier).run(recipe, start, this::report);
		double seconds = (System.nanoTime() - began) / 1e9;
		files.write(result.picture(), result.recipe());
		terminal.wipe();
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("picture", files.picture().toString());
		facts.put("recipe", files.recipe().toString());
		String drawn = describe(recipe.target(), facts);
		String reached = measure(result, facts);
		facts.put("score", result.score());
		facts.put("steps", result.steps());
		facts.put("seed", recipe.seed());
		facts.put("seconds", seconds);
		facts.put("cancelled", result.cancelled());
		result.diagnosis().ifPresent(diagnosis -> facts.put("diagnosis", diagnosis.sentence()));
		facts.putAll(more);
		reports.add(facts);
		if (!silent) {
			out.printf(Locale.ROOT, "%s: %s%s after %d %s in %.0f s%n", files.picture(), recipe.label().orElse(drawn), reached,
					result.steps(), result.steps() == 1 ? "step" : "steps", seconds);
		}
		String expected = recipe.engine().kernels();
		if (!expected.isEmpty() && !expected.equals(result.recipe().engine().kernels())) {
			spec.commandLine().getErr().println(
					"The picture may differ a little: other kernels were the fastest here than where its recipe comes from.");
		}
		result.diagnosis().ifPresent(diagnosis -> spec.commandLine().getErr().println(diagnosis.sentence()));
		if (result.cancelled()) {
			throw new CancellationException("%s holds what was drawn so far".formatted(files.picture()));
		}
	}

	private void report(Frame frame) {
		terminal.report(String.format(Locale.ROOT, "step %d of %d, %.4g%s", frame.step(), frame.total(), frame.score(),
				frame.rank() > 0 ? ", rank " + frame.rank() : ""), (double) frame.step() / frame.total());
	}

	/** Names what is drawn, in words and among the facts. */
	private static String describe(Target target, Map<String, Object> facts) {
		return switch (target) {
		case Target.OfUnit unit -> {
			String address = unit.address().toString();
			facts.put("unit", address);
			yield address;
		}
		case Target.OfLayer layer -> {
			facts.put("layer", layer.layer());
			yield layer.layer();
		}
		case Target.OfUnits units -> {
			List<Map<String, Object>> weighted = new ArrayList<>();
			for (Target.Weighted unit : units.units()) {
				Map<String, Object> one = new LinkedHashMap<>();
				one.put("unit", unit.address().toString());
				one.put("weight", unit.weight());
				weighted.add(one);
			}
			facts.put("units", weighted);
			yield weighted.size() == 1 ? "1 unit" : weighted.size() + " units";
		}
		};
	}

	/** What the network answers to the picture as it was written, in 8 bits a colour. */
	private String measure(Synthesis result, Map<String, Object> facts) throws StarfishException {
		return switch (result.recipe().target()) {
		case Target.OfUnit target -> measureUnit(target, result, facts);
		case Target.OfLayer target -> measureLayer(target, result, facts);
		case Target.OfUnits several -> "";
		};
	}

	private String measureUnit(Target.OfUnit target, Synthesis result, Map<String, Object> facts)
			throws StarfishException {
		Unit unit = target.address().in(model.network(), Optional.empty());
		int channels = unit.layer().shape().channels();
		double[] values = channelValues(answer(unit.layer(), result), unit);
		double value = values[unit.channel()];
		int rank = 1;
		for (double other : values) {
			rank += other > value ? 1 : 0;
		}
		boolean probability = unit.layer().operation() instanceof Softmax;
		facts.put(probability ? "probability" : "activation", value);
		facts.put("rank", rank);
		facts.put("of", channels);
		return String.format(Locale.ROOT, probability ? " p %.3f (rank %d of %d)" : " at %.4g (rank %d of %d)", value, rank,
				channels);
	}

	/** Every channel at the unit's position, or its mean if the unit has none. */
	private static double[] channelValues(float[] answer, Unit unit) {
		int channels = unit.layer().shape().channels();
		double[] values = new double[channels];
		if (unit.position().isPresent()) {
			var at = unit.position().get();
			int first = (at.y() * unit.layer().shape().width() + at.x()) * channels;
			for (int c = 0; c < channels; c++) {
				values[c] = answer[first + c];
			}
		} else {
			for (int i = 0; i < answer.length; i++) {
				values[i % channels] += (double) answer[i] * channels / answer.length;
			}
		}
		return values;
	}

	/** The root mean square over the layer, when the network sees the picture at its own size. */
	private String measureLayer(Target.OfLayer target, Synthesis result, Map<String, Object> facts)
			throws StarfishException {
		double squares = 0;
		float[] answer = answer(model.network().layer(target.layer()), result);
		for (float value : answer) {
			squares += (double) value * value;
		}
		double activation = Math.sqrt(squares / answer.length);
		facts.put("activation", activation);
		return String.format(Locale.ROOT, " at %.4g (root mean square)", activation);
	}

	private float[] answer(Layer layer, Synthesis result) throws StarfishException {
		var shape = model.network().inputShape();
		try (Plan plan = Engine.compile(model.network(), new PlanRequest(Set.of(layer), shape, 1, false))) {
			plan.forward(result.recipe().preprocessing().toInput(result.picture(), shape));
			return plan.activation(layer);
		}
	}

	/** Says how the engine or program differs from the one that a recipe was drawn with. */
	static List<String> differences(Recipe recipe, String program) {
		Recipe.EngineChoice now = Recipe.EngineChoice.here();
		List<String> differences = new ArrayList<>();
		if (!recipe.engine().variant().equals(now.variant())) {
			differences.add("%s instead of %s".formatted(now.variant(), recipe.engine().variant()));
		}
		if (recipe.engine().threads() != now.threads()) {
			differences.add("%d %s instead of %d".formatted(now.threads(), now.threads() == 1 ? "thread" : "threads",
					recipe.engine().threads()));
		}
		if (!recipe.program().equals(program)) {
			differences.add("%s instead of %s".formatted(program, recipe.program()));
		}
		return differences;
	}
}
