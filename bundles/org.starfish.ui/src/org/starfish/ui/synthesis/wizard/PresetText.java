// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.MissingResourceException;
import java.util.ResourceBundle;

import org.starfish.core.synthesis.recipe.Preset;

/** What presets are called and what they are good for, for the user's eyes. */
final class PresetText {
	private static final ResourceBundle TEXTS = ResourceBundle.getBundle("org.starfish.ui.synthesis.wizard.presets");

	private PresetText() {
	}

	/** Its name, as {@code Paper 2017}. */
	static String title(Preset preset) {
		return text(preset.name() + ".title", preset.name());
	}

	/** What it is good for, in one sentence. */
	static String sentence(Preset preset) {
		return text(preset.name() + ".sentence", preset.source());
	}

	/** A preset that has no text of its own yet still has a name and a source. */
	private static String text(String key, String otherwise) {
		try {
			return TEXTS.getString(key);
		} catch (MissingResourceException e) {
			return otherwise;
		}
	}
}
