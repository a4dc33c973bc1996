// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.List;

import org.eclipse.core.resources.IFile;
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
		return !free.isFolder() ? List.of()
				: choices.wishes().stream().limit(most).map(wish -> request(wish, free)).toList();
	}

	private SynthesisRequest request(Wish wish, FreeNames free) {
		String preset = choices.preset().name();
		IFile picture = free.take(choices.names().fileName(wish.stem(), preset, choices.location().name(), wish.seed()));
		return new SynthesisRequest(choices.location(), wish.subject().target(), wish.label(), preset, wish.parameters(),
				wish.seed(), picture);
	}
}
