// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.ResourceBundle;

import org.eclipse.osgi.util.NLS;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameter.Type;
import org.starfish.core.synthesis.recipe.Parameters;

/** Parameters in words, for the user's eyes. */
public final class ParameterText {
	private static final ResourceBundle TEXTS = ResourceBundle.getBundle("org.starfish.ui.synthesis.wizard.parameters");

	private ParameterText() {
	}

	/** What it is called; one that has no name of its own yet is called as in recipes. */
	public static String name(Parameter parameter) {
		String key = parameter.label() + ".name";
		return TEXTS.containsKey(key) ? TEXTS.getString(key) : parameter.label();
	}

	/** What it does, and what it did in the paper if it comes from there. */
	public static String help(Parameter parameter) {
		String key = parameter.label() + ".paper";
		return TEXTS.containsKey(key) ? parameter.help() + ' ' + TEXTS.getString(key) : parameter.help();
	}

	/** What values it takes, and which one the preset has. */
	static String range(Parameter parameter, Parameters preset) {
		String usual = NLS.bind(Messages.ParameterText_preset, value(preset.value(parameter)));
		return parameter.type() == Type.CHOICE ? usual
				: NLS.bind(Messages.ParameterText_range, new Object[] { value(parameter.low()), value(parameter.high()), usual });
	}

	/** A value as it is typed, without zeros that say nothing. */
	public static String value(Object value) {
		return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e7
				? Long.toString(Math.round(number))
				: value.toString();
	}
}
