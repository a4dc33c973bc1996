// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.recipe;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.starfish.core.StarfishException;
import org.starfish.core.model.Model;
import org.starfish.core.network.Labels;
import org.starfish.core.network.UnitAddress;

/** Carries a recipe over to another model: a class by its label, anything else by its address. */
public final class RecipeTransfer {
	private RecipeTransfer() {
	}

	/**
	 * The recipe for another model. Its reference to the model stays as it is, for the caller to replace.
	 *
	 * @throws StarfishException if the model has nothing of that name or address
	 */
	public static Recipe to(Recipe recipe, Model other) throws StarfishException {
		Recipe moved = recipe.withPreprocessing(other.preprocessing());
		switch (recipe.target()) {
		case Target.OfUnit unit -> {
			OptionalInt index = index(recipe, unit.address(), other);
			if (index.isPresent()) {
				String output = other.output().name();
				var address = new UnitAddress(output, Integer.toString(index.getAsInt()), Optional.empty());
				return moved.withTarget(new Target.OfUnit(address),
						Optional.of(output + ':' + other.labels().orElseThrow().name(index.getAsInt())));
			}
			check(unit.address(), other);
		}
		case Target.OfLayer layer -> other.network().layer(layer.layer());
		case Target.OfUnits units -> {
			for (Target.Weighted weighted : units.units()) {
				check(weighted.address(), other);
			}
		}
		}
		return moved;
	}

	private static void check(UnitAddress address, Model other) throws StarfishException {
		address.in(other.network(), Optional.empty());
	}

	/** The class of the other model that is called as that of the recipe; empty if it is no class, or has no name. */
	private static OptionalInt index(Recipe recipe, UnitAddress address, Model other) throws StarfishException {
		if (other.labels().isEmpty() || recipe.label().filter(label -> !label.endsWith(address.toString())).isEmpty()) {
			return OptionalInt.empty();
		}
		String label = recipe.label().get();
		String name = label.substring(label.lastIndexOf(':') + 1);
		Labels labels = other.labels().get();
		for (String synonym : Stream.concat(Stream.of(name), Stream.of(name.split(","))).toList()) {
			try {
				return OptionalInt.of(labels.indexOf(synonym.strip()));
			} catch (StarfishException e) {
				// Another synonym may be known.
				continue;
			}
		}
		throw new StarfishException("%s knows no class '%s'; choose a model that does."
				.formatted(other.file().path().getFileName(), name));
	}
}
