// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.RgbImage;
import org.starfish.core.mixture.MixtureLayers;
import org.starfish.core.model.Model;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.core.synthesis.recipe.RecipeReferences;

import picocli.CommandLine.Model.CommandSpec;

/** The pictures that one command draws: variants with one seed after another, of what a unit responds to most, or least, or both. */
final class Series {
	/** How many variants at most. */
	static final int MOST = 1000;

	/**
	 * One of the pictures.
	 *
	 * @param number of the variant, from 0
	 */
	record Member(RecipeFile files, Parameters parameters, long seed, int number) {
	}

	/** Makes the recipe of a picture, still without variants. */
	interface Recipes {
		Recipe of(Member member) throws StarfishException;
	}

	private final List<Member> members = new ArrayList<>();
	private final boolean json;

	/**
	 * Checks all names before the work begins.
	 *
	 * @param variants how many; null for a single picture
	 * @throws StarfishException if a file is there already, or cannot be written
	 */
	Series(SynthesisOptions options, Parameters parameters, boolean both, boolean minimize, Integer variants)
			throws StarfishException {
		json = options.json();
		if (both) {
			add(options, parameters.with(Parameter.DIRECTION, "maximize"), "-most", variants);
			add(options, parameters.with(Parameter.DIRECTION, "minimize"), "-least", variants);
		} else {
			add(options, minimize ? parameters.with(Parameter.DIRECTION, "minimize") : parameters, "", variants);
		}
	}

	private void add(SynthesisOptions options, Parameters parameters, String suffix, Integer variants)
			throws StarfishException {
		int count = variants == null ? 1 : variants;
		for (int i = 0; i < count; i++) {
			members.add(new Member(options.files(count == 1 ? suffix : suffix + "-" + (i + 1)), parameters,
					options.seed() + i, i));
		}
	}

	/**
	 * Draws them one after another, and reports.
	 *
	 * @param layer by which variants are compared, if somebody says
	 * @return the exit status
	 */
	int draw(CommandSpec spec, Terminal terminal, Model model, Optional<String> layer, Optional<RgbImage> start,
			Recipes recipes) throws StarfishException {
		List<Map<String, Object>> reports = new ArrayList<>();
		List<Member> earlier = new ArrayList<>();
		List<RgbImage> pictures = new ArrayList<>();
		boolean diverse = members.get(0).parameters().number(Parameter.DIVERSITY) > 0 && members.getLast().number() > 0;
		// Now, since a name that is wrong would show only after the first picture.
		String by = diverse ? layer(model, layer) : "";
		try {
			for (Member member : members) {
				if (member.number() == 0) {
					earlier.clear();
					pictures.clear();
				}
				Recipe recipe = recipes.of(member);
				if (!earlier.isEmpty()) {
					recipe = recipe.withVariants(Optional.of(variants(by, member, earlier)));
				}
				new SynthesisRun(spec, terminal, model, member.files()).draw(recipe, start, pictures, json, Map.of(), reports);
				if (diverse) {
					earlier.add(member);
					// As it was written, since that is what a replay finds.
					pictures.add(ImageReader.read(member.files().picture()));
				}
			}
		} finally {
			if (json && !reports.isEmpty()) {
				spec.commandLine().getOut().println(Json.text(members.size() == 1 ? reports.get(0) : reports));
			}
		}
		return 0;
	}

	private static String layer(Model model, Optional<String> named) throws StarfishException {
		return (named.isPresent() ? model.network().layer(named.get()) : MixtureLayers.middle(model.network())).name();
	}

	private static Recipe.Variants variants(String layer, Member member, List<Member> earlier) throws StarfishException {
		List<Recipe.FileReference> references = new ArrayList<>();
		for (Member other : earlier) {
			references.add(RecipeReferences.to(other.files().picture(), member.files().picture()));
		}
		return new Recipe.Variants(layer, references);
	}
}
