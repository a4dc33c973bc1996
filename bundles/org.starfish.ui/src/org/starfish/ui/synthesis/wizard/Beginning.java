// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.starfish.core.network.UnitAddress;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.Target;

/**
 * What the wizard begins with.
 *
 * @param typed units, as a user would type them
 * @param layer whether a layer is meant, rather than what is found by its name
 * @param whole whether all that a layer responds to is meant
 * @param recipe of a picture that is to be like another, or empty for a new one
 * @param start the image that the recipe starts from, if it does
 */
public record Beginning(String typed, boolean layer, boolean whole, Optional<Recipe> recipe, Optional<Path> start) {
	/** With the first of all. */
	public static final Beginning NOWHERE = new Beginning("", false, false, Optional.empty(), Optional.empty());

	/** With units that somebody has pointed at. */
	public static Beginning at(List<UnitAddress> units) {
		return new Beginning(typed(units), false, false, Optional.empty(), Optional.empty());
	}

	/** With a layer that somebody has pointed at. */
	public static Beginning at(String layer) {
		return new Beginning(layer, true, false, Optional.empty(), Optional.empty());
	}

	/**
	 * With the units, method, size and seed of a picture, and the image that it started from; not with what else has led to it.
	 *
	 * @param start the image, if the recipe starts from one
	 */
	public static Beginning like(Recipe recipe, Optional<Path> start) {
		return switch (recipe.target()) {
		case Target.OfUnit unit -> new Beginning(unit.address().toString(), false, false, Optional.of(recipe), start);
		case Target.OfLayer layer -> new Beginning(layer.layer(), true, true, Optional.of(recipe), start);
		case Target.OfUnits units -> new Beginning(typed(units.units().stream().map(Target.Weighted::address).toList()), false,
				false, Optional.of(recipe), start);
		};
	}

	private static String typed(List<UnitAddress> units) {
		return units.stream().map(UnitAddress::toString).collect(Collectors.joining(", "));
	}

	/** The weighted units of the recipe, if it has such. */
	Optional<Target.OfUnits> together() {
		return recipe.map(Recipe::target).filter(Target.OfUnits.class::isInstance).map(Target.OfUnits.class::cast);
	}
}
