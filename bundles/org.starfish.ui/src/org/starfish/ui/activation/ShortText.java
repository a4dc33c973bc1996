// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.swt.graphics.GC;

/** Makes texts short enough for where they are drawn. */
final class ShortText {
	private static final String ELLIPSIS = "\u2026";

	private ShortText() {
	}

	/** The first of the synonyms that a label lists. */
	static String label(String label) {
		return label.split(",", 2)[0].strip();
	}

	/** As much of a text as fits into a width. */
	static String fitting(GC gc, String text, int width) {
		if (gc.textExtent(text).x <= width) {
			return text;
		}
		int end = text.length();
		while (end > 0 && gc.textExtent(text.substring(0, end) + ELLIPSIS).x > width) {
			end--;
		}
		return text.substring(0, end).stripTrailing() + ELLIPSIS;
	}
}
