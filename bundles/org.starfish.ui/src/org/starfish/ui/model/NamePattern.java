// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is typed to find a layer. It is found by a part of its name, with {@code *} and {@code ?} for what is not
 * known, or by the beginnings of the words in its name, as in camel case: {@code i4co} finds
 * {@code inception_4c/output}. Case does not matter.
 */
public final class NamePattern {
	/** How well a name fits, best first. */
	enum Fit {
		EXACT, PREFIX, PART, WORDS, NONE
	}

	private static final NamePattern ANYTHING = new NamePattern("");
	private static final int KIND = 3;

	private final String typed;
	private final Pattern wildcards;

	/**
	 * @param typed by the user
	 */
	public NamePattern(String typed) {
		this.typed = typed.strip().toLowerCase(Locale.ROOT);
		wildcards = this.typed.indexOf('*') < 0 && this.typed.indexOf('?') < 0 ? null
				: Pattern.compile(Pattern.quote(this.typed).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
	}

	/** Finds everything. */
	static NamePattern anything() {
		return ANYTHING;
	}

	/** Whether nothing was typed, so that everything is found. */
	boolean isEmpty() {
		return typed.isEmpty();
	}

	/** Whether a layer is found, by its name or by the beginning of a word of its kind. */
	boolean matches(String name, String kind) {
		return fit(name) != Fit.NONE || typed.length() >= KIND && (' ' + kind.toLowerCase(Locale.ROOT)).contains(' ' + typed);
	}

	/** How well a name fits. */
	Fit fit(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		if (wildcards != null) {
			return wildcards.matcher(lower).lookingAt() ? Fit.PREFIX : wildcards.matcher(lower).find() ? Fit.PART : Fit.NONE;
		}
		if (lower.startsWith(typed)) {
			return lower.length() == typed.length() ? Fit.EXACT : Fit.PREFIX;
		}
		return lower.contains(typed) ? Fit.PART : fitsWords(name, lower) ? Fit.WORDS : Fit.NONE;
	}

	/**
	 * Whether each character typed begins a word of the name, or follows the one before. Keeps for each place in the name
	 * whether what was typed so far can end there.
	 */
	private boolean fitsWords(String name, String lower) {
		boolean[] ends = new boolean[lower.length()];
		for (int i = 0; i < typed.length(); i++) {
			boolean[] next = new boolean[lower.length()];
			boolean reached = i == 0;
			boolean any = false;
			for (int at = 0; at < lower.length(); at++) {
				boolean follows = at > 0 && ends[at - 1];
				if (lower.charAt(at) == typed.charAt(i) && (follows || reached && beginsWord(name, at))) {
					next[at] = true;
					any = true;
				}
				reached |= ends[at];
			}
			if (!any) {
				return false;
			}
			ends = next;
		}
		return true;
	}

	private static boolean beginsWord(String name, int at) {
		char c = name.charAt(at);
		if (!Character.isLetterOrDigit(c)) {
			return false;
		}
		char before = at == 0 ? '/' : name.charAt(at - 1);
		return !Character.isLetterOrDigit(before) || Character.isDigit(c) != Character.isDigit(before)
				|| Character.isUpperCase(c) && !Character.isUpperCase(before);
	}
}
