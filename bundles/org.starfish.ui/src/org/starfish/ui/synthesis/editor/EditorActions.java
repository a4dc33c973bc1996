// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import org.starfish.core.StarfishException;
import org.starfish.core.synthesis.Film.Still;
import org.starfish.core.synthesis.Remedy;
import org.starfish.core.synthesis.recipe.Parameter;

/** What the user can do with a picture. */
interface EditorActions {
	/** Holds the ascent, or lets it go on. */
	void pause();

	/** Takes a single step. */
	void step();

	/** Keeps the picture as it is. */
	void stop();

	/** Does what may help: changes the ascent that runs, or starts another one. */
	void remedy(Remedy remedy);

	/**
	 * Changes a parameter from the next step on.
	 *
	 * @throws StarfishException if the ascent cannot do that
	 */
	void change(Parameter parameter, Object value) throws StarfishException;

	/** Draws a variant that parts from the picture on its way. */
	void branch(Still from);

	/** Writes the way of the picture as an animation. */
	void export();

	/** Draws it again. */
	void replay();

	/** Draws it again with a model that the user chooses. */
	void replayWith();

	/** Writes the picture with its recipe to another place. */
	void saveAs();

	/** Copies the command that draws it again. */
	void copyCommand();

	/** Shows it beside another one. */
	void compare();
}
