// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.ui.synthesis.wizard.ParameterText;

/** In what the recipes of two pictures differ. */
final class RecipeComparison {
	/**
	 * One thing to compare.
	 *
	 * @param first what it is for the first picture
	 * @param second what it is for the second one
	 */
	record Row(String name, String first, String second) {
		/** Whether it is the same for both. */
		boolean isSame() {
			return first.equals(second);
		}
	}

	private final List<Row> rows = new ArrayList<>();

	private RecipeComparison() {
	}

	/** What both are, and then everything in which they differ. */
	static List<Row> of(StoredPicture first, StoredPicture second) {
		var comparison = new RecipeComparison();
		Recipe one = first.recipe();
		Recipe other = second.recipe();
		comparison.always(Messages.RecipeComparison_unit, RecipeText.title(one), RecipeText.title(other));
		comparison.always(Messages.RecipeComparison_model, model(one), model(other));
		comparison.always(Messages.RecipeComparison_preset, one.preset(), other.preset());
		comparison.always(Messages.RecipeComparison_seed, one.seed(), other.seed());
		comparison.always(Messages.RecipeComparison_size, size(first), size(second));
		comparison.differing(Messages.RecipeComparison_digest, one.model().sha256(), other.model().sha256());
		comparison.differing(Messages.RecipeComparison_preprocessing, one.preprocessing().name(),
				other.preprocessing().name());
		comparison.differing(Messages.RecipeComparison_start, start(one), start(other));
		comparison.differing(Messages.RecipeComparison_variants, variants(one), variants(other));
		for (Parameter parameter : Parameter.values()) {
			comparison.differing(ParameterText.name(parameter), ParameterText.value(one.parameters().value(parameter)),
					ParameterText.value(other.parameters().value(parameter)));
		}
		comparison.differing(Messages.RecipeComparison_changes, changes(one), changes(other));
		comparison.differing(Messages.RecipeComparison_stopped, stopped(one), stopped(other));
		comparison.differing(Messages.RecipeComparison_engine, one.engine().variant(), other.engine().variant());
		comparison.differing(Messages.RecipeComparison_threads, one.engine().threads(), other.engine().threads());
		return comparison.rows;
	}

	private void always(String name, Object first, Object second) {
		rows.add(new Row(name, first.toString(), second.toString()));
	}

	private void differing(String name, Object first, Object second) {
		if (!Objects.equals(first, second)) {
			always(name, first, second);
		}
	}

	private static String model(Recipe recipe) {
		String path = recipe.model().path();
		return path.substring(path.lastIndexOf('/') + 1);
	}

	private static String size(StoredPicture picture) {
		return NLS.bind(Messages.SynthesisPanel_size, picture.picture().width(), picture.picture().height());
	}

	private static String start(Recipe recipe) {
		return recipe.start().map(Recipe.FileReference::path).orElse(Messages.RecipeComparison_noise);
	}

	private static String variants(Recipe recipe) {
		return recipe.variants().isEmpty() ? Messages.RecipeComparison_none : RecipeText.variants(recipe);
	}

	private static String changes(Recipe recipe) {
		return recipe.changes().isEmpty() ? Messages.RecipeComparison_none
				: recipe.changes().stream().map(RecipeText::change).collect(Collectors.joining("; "));
	}

	private static String stopped(Recipe recipe) {
		return recipe.stoppedAfter().isPresent() ? NLS.bind(Messages.RecipeComparison_after, recipe.stoppedAfter().getAsInt())
				: Messages.RecipeComparison_atEnd;
	}
}
