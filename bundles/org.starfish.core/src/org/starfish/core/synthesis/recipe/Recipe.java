// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.recipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.preprocessing.Preprocessing;

/**
 * Everything that determines one synthesis. The same recipe gives the same picture, byte by byte, on the same machine. Its JSON form is
 * {@link RecipeJson}.
 *
 * @param model the model file
 * @param preprocessing how pixels become its input
 * @param target what the picture is to maximize
 * @param label the target's name for the user's eyes, as {@code starfish, sea star}, if it has one
 * @param preset the preset that was started from
 * @param parameters all of them, whatever the preset says by now
 * @param seed of everything random
 * @param start the image that the ascent starts from; else noise
 * @param variants earlier pictures that this one is to differ from, if there are any
 * @param changes parameters that were changed while it ran, in the order of their steps
 * @param stoppedAfter after how many steps it was stopped, if that was before its end
 * @param engine what rounding depends on
 * @param program the program and its version
 */
public record Recipe(FileReference model, Preprocessing preprocessing, Target target, Optional<String> label,
		String preset, Parameters parameters, long seed, Optional<FileReference> start, Optional<Variants> variants,
		List<Change> changes, OptionalInt stoppedAfter, EngineChoice engine, String program) {
	public Recipe {
		changes = List.copyOf(changes);
	}

	/** A recipe that is followed to its end, with no changes on the way. */
	public Recipe(FileReference model, Preprocessing preprocessing, Target target, Optional<String> label, String preset,
			Parameters parameters, long seed, Optional<FileReference> start, EngineChoice engine, String program) {
		this(model, preprocessing, target, label, preset, parameters, seed, start, Optional.empty(), List.of(),
				OptionalInt.empty(), engine, program);
	}

	/**
	 * A file that a recipe needs.
	 *
	 * @param path relative to the recipe's folder where that is possible, with slashes; or a word for a built-in model
	 * @param sha256 of its content, hexadecimal; empty if it is not known
	 */
	public record FileReference(String path, String sha256) {
	}

	/**
	 * Earlier pictures that a picture is to differ from, {@link Parameter#DIVERSITY} strong. Drawn one after another, so that each can
	 * be drawn again from its own recipe and the pictures that it names.
	 *
	 * @param layer by which pictures are compared
	 * @param earlier at least one
	 */
	public record Variants(String layer, List<FileReference> earlier) {
		public Variants {
			earlier = List.copyOf(earlier);
		}
	}

	/**
	 * What the engine was when the picture was drawn. Another choice may round otherwise and lead to another picture.
	 *
	 * @param variant what computed, as {@code onednn-2.5.2-avx512}
	 * @param threads how many it used
	 * @param kernels a digest of the kernels that were chosen by trial; empty if it is not known
	 */
	public record EngineChoice(String variant, int threads, String kernels) {
		/** A choice of which the kernels are not known yet. */
		public EngineChoice(String variant, int threads) {
			this(variant, threads, "");
		}

		/** What the engine is here and now. */
		public static EngineChoice here() {
			return new EngineChoice(Engine.variant(), Engine.threads());
		}

		/** This choice with kernels of that digest. */
		public EngineChoice choosing(String otherKernels) {
			return new EngineChoice(variant, threads, otherKernels);
		}
	}

	/**
	 * A parameter that was changed while the ascent ran.
	 *
	 * @param step from which on, from 0, counted over all octaves
	 * @param parameter one that may be changed
	 * @param value the new value, in the parameter's type
	 */
	public record Change(int step, Parameter parameter, Object value) {
		/** Checks that a parameter may be changed while the ascent runs. */
		public static void check(Parameter parameter) throws StarfishException {
			if (!parameter.isLive()) {
				throw new StarfishException(
						"'%s' cannot be changed while the ascent runs; start anew with it.".formatted(parameter.label()));
			}
		}
	}

	/**
	 * The recipe of a picture that parts from this one's after some steps.
	 *
	 * @param step how many steps the two have in common
	 * @param values of parameters that may be changed while the ascent runs, for all steps from there on
	 * @throws StarfishException if one may not, or does not take that value
	 */
	public Recipe branch(int step, Map<Parameter, Object> values) throws StarfishException {
		List<Change> followed = new ArrayList<>(changes.stream().filter(change -> change.step() < step).toList());
		for (var value : values.entrySet()) {
			Change.check(value.getKey());
			followed.add(new Change(step, value.getKey(), value.getKey().checked(value.getValue())));
		}
		return new Recipe(model, preprocessing, target, label, preset, parameters, seed, start, variants, followed,
				OptionalInt.empty(), engine, program);
	}

	/** Whether both lead to the same picture after so many steps, on the same engine and with the same model. */
	public boolean agreesWith(Recipe other, int step) {
		return model.sha256().equals(other.model.sha256()) && preprocessing.equals(other.preprocessing)
				&& target.equals(other.target) && parameters.equals(other.parameters) && seed == other.seed
				&& start.map(FileReference::sha256).equals(other.start.map(FileReference::sha256))
				&& variants.map(Recipe::content).equals(other.variants.map(Recipe::content))
				&& changesBefore(step).equals(other.changesBefore(step));
	}

	/** What matters of the variants, wherever they lie. */
	private static Variants content(Variants variants) {
		return new Variants(variants.layer(),
				variants.earlier().stream().map(earlier -> new FileReference("", earlier.sha256())).toList());
	}

	private List<Change> changesBefore(int step) {
		return changes.stream().filter(change -> change.step() < step)
				.sorted(Comparator.comparingInt(Change::step)).toList();
	}

	/**
	 * The parameters as they are at a step, with the changes made up to it.
	 *
	 * @param step counted over all octaves, from 0
	 * @throws StarfishException if a parameter does not take the value that a change gives it
	 */
	public Parameters parametersAt(int step) throws StarfishException {
		Parameters then = parameters;
		for (Change change : changesBefore(step + 1)) {
			then = then.withChecked(change.parameter(), change.value());
		}
		return then;
	}

	/** This recipe, started from an image, or from noise. */
	public Recipe withStart(Optional<FileReference> other) {
		return new Recipe(model, preprocessing, target, label, preset, parameters, seed, other, variants, changes,
				stoppedAfter, engine, program);
	}

	/** This recipe with other changes. */
	public Recipe withChanges(List<Change> others) {
		return new Recipe(model, preprocessing, target, label, preset, parameters, seed, start, variants, others,
				stoppedAfter, engine, program);
	}

	/** This recipe for another target. */
	public Recipe withTarget(Target other, Optional<String> otherLabel) {
		return new Recipe(model, preprocessing, other, otherLabel, preset, parameters, seed, start, variants, changes,
				stoppedAfter, engine, program);
	}

	/** This recipe with other parameters. */
	public Recipe withParameters(String otherPreset, Parameters others) {
		return new Recipe(model, preprocessing, target, label, otherPreset, others, seed, start, variants, changes,
				stoppedAfter, engine, program);
	}

	/** This recipe with another seed. */
	public Recipe withSeed(long other) {
		return new Recipe(model, preprocessing, target, label, preset, parameters, other, start, variants, changes,
				stoppedAfter, engine, program);
	}

	/** This recipe for a picture that is to differ from others. */
	public Recipe withVariants(Optional<Variants> others) {
		return new Recipe(model, preprocessing, target, label, preset, parameters, seed, start, others, changes,
				stoppedAfter, engine, program);
	}

	/** This recipe with another preprocessing. */
	public Recipe withPreprocessing(Preprocessing other) {
		return new Recipe(model, other, target, label, preset, parameters, seed, start, variants, changes,
				stoppedAfter, engine, program);
	}

	/** This recipe, stopped after some steps. */
	public Recipe withStop(int steps) {
		return new Recipe(model, preprocessing, target, label, preset, parameters, seed, start, variants, changes,
				OptionalInt.of(steps), engine, program);
	}

	/** This recipe, drawn with kernels of this digest. */
	public Recipe withKernels(String kernels) {
		return new Recipe(model, preprocessing, target, label, preset, parameters, seed, start, variants, changes,
				stoppedAfter, engine.choosing(kernels), program);
	}

	/** This recipe for files that are found elsewhere, drawn by another engine or program. */
	public Recipe with(FileReference otherModel, Optional<FileReference> otherStart, EngineChoice otherEngine,
			String otherProgram) {
		return new Recipe(otherModel, preprocessing, target, label, preset, parameters, seed, otherStart, variants,
				changes, stoppedAfter, otherEngine, otherProgram);
	}
}
