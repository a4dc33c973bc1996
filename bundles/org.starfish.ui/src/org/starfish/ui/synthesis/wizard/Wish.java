// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import org.eclipse.osgi.util.NLS;
import org.starfish.core.synthesis.recipe.Parameters;

/**
 * One picture that the choices lead to.
 *
 * @param subject what it shows
 * @param minimum whether it shows what the subject responds to least
 * @param parameters all of them
 * @param seed of everything random
 */
record Wish(Subject subject, boolean minimum, Parameters parameters, long seed) {
	/** What it shows, for the user's eyes. */
	String label() {
		return minimum ? NLS.bind(Messages.Wish_minimum, subject.name()) : subject.name();
	}

	/** What it shows, for the name of its file. */
	String stem() {
		return minimum ? subject.name() + "-minimum" : subject.name();
	}
}
