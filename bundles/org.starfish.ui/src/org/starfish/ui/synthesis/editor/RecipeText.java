// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.starfish.core.StarfishException;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.Target;

/** Recipes in words. */
final class RecipeText {
	private RecipeText() {
	}

	/** What the picture shows: the label, or else the address. */
	static String title(Recipe recipe) {
		return recipe.label().orElseGet(() -> switch (recipe.target()) {
		case Target.OfUnit unit -> unit.address().toString();
		case Target.OfLayer layer -> layer.layer();
		case Target.OfUnits units -> NLS.bind(Messages.RecipeText_units, units.units().size());
		});
	}

	/** Where it comes from, as {@code googlenet.onnx · preset starfish · seed 0}. */
	static String source(Recipe recipe) {
		String path = recipe.model().path();
		return NLS.bind(Messages.RecipeText_source,
				new Object[] { path.substring(path.lastIndexOf('/') + 1), recipe.preset(), recipe.seed() });
	}

	/** What differs from the preset, as {@code steps 20 instead of 80}. */
	static List<String> differences(Recipe recipe) {
		Parameters usual;
		try {
			usual = Presets.of(recipe.preset()).parameters();
		} catch (StarfishException e) {
			// A preset of another program, or none at all: what counts are the parameters.
			usual = Parameters.NEUTRAL;
		}
		List<String> differences = new ArrayList<>();
		for (Parameter parameter : Parameter.values()) {
			Object value = recipe.parameters().value(parameter);
			if (!value.equals(usual.value(parameter))) {
				differences.add(NLS.bind(Messages.RecipeText_difference,
						new Object[] { parameter.label(), value, usual.value(parameter) }));
			}
		}
		if (recipe.variants().isPresent()) {
			differences.add(variants(recipe));
		}
		for (Recipe.Change change : recipe.changes()) {
			differences.add(change(change));
		}
		recipe.stoppedAfter().ifPresent(step -> differences.add(NLS.bind(Messages.RecipeText_stopped, step)));
		return differences;
	}

	/** Which variants it is to differ from, as {@code apart from a-1.png, a-2.png}; empty if there are none. */
	static String variants(Recipe recipe) {
		return recipe.variants().map(variants -> NLS.bind(Messages.RecipeText_variants, variants.earlier().stream()
				.map(earlier -> earlier.path().substring(earlier.path().lastIndexOf('/') + 1))
				.collect(Collectors.joining(", ")))).orElse("");
	}

	/** A change made on the way, as {@code from step 12 on decay 0.02}. */
	static String change(Recipe.Change change) {
		return NLS.bind(Messages.RecipeText_change,
				new Object[] { change.step(), change.parameter().label(), change.value() });
	}
}
