// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.recipe;

import org.starfish.core.StarfishException;

/** That the model of a recipe is not where the recipe says, or is another one than it was; the user may know where it is. */
public final class OtherModelException extends StarfishException {
	private static final long serialVersionUID = 1L;

	private final boolean missing;

	/**
	 * @param sentence what is wrong, for the user's eyes
	 * @param missing whether there is no file where the recipe says; else it is another one
	 */
	OtherModelException(String sentence, boolean missing) {
		super(sentence);
		this.missing = missing;
	}

	/** Whether there is no file where the recipe says; else it is another one than it was. */
	public boolean isMissing() {
		return missing;
	}
}
