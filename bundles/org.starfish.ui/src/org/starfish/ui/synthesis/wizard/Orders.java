// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.ui.synthesis.FreeNames;
import org.starfish.ui.synthesis.SynthesisRequest;

/** Gives the pictures that are wanted their places in the workspace. */
final class Orders {
	private final Choices choices;

	Orders(Choices choices) {
		this.choices = choices;
	}

	/**
	 * The first of the pictures; none as long as something is missing or wrong.
	 *
	 * @param most how many are needed
	 */
	List<SynthesisRequest> first(int most) {
		var free = new FreeNames(choices.folder());
		List<SynthesisRequest> requests = new ArrayList<>();
		if (free.isFolder()) {
			Map<List<Object>, List<IFile>> variants = new HashMap<>();
			for (Wish wish : choices.wishes().stream().limit(most).toList()) {
				SynthesisRequest request = request(wish, free);
				List<IFile> earlier = variants.computeIfAbsent(List.of(wish.subject(), wish.minimum()),
						kind -> new ArrayList<>());
				requests.add(wish.parameters().number(Parameter.DIVERSITY) > 0 ? request.apartFrom(earlier) : request);
				earlier.add(request.picture());
			}
		}
		return requests;
	}

	private SynthesisRequest request(Wish wish, FreeNames free) {
		String preset = choices.preset().name();
		IFile picture = free.take(choices.names().fileName(wish.stem(), preset, choices.location().name(), wish.seed()));
		if (choices.start().isPresent()) {
			return SynthesisRequest.again(recipe(wish, choices.start().get(), picture), wish.label(), choices.location(), picture);
		}
		return new SynthesisRequest(choices.location(), wish.subject().target(), wish.label(), preset, wish.parameters(),
				wish.seed(), picture);
	}

	/** The recipe of a picture that starts from an image; which model file and program it is is noted when it is drawn. */
	private Recipe recipe(Wish wish, StartImage start, IFile picture) {
		var reference = new Recipe.FileReference(RecipeFile.relative(start.file(), picture.getLocation().toPath()),
				start.sha256());
		return new Recipe(new Recipe.FileReference("", ""), choices.model().orElseThrow().preprocessing(),
				wish.subject().target(), Optional.of(wish.label()), choices.preset().name(), wish.parameters(), wish.seed(),
				Optional.of(reference), Recipe.EngineChoice.here(), "");
	}
}
