// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

/** Makes names out of a file fit for one line of text: a damaged file may hold anything as a name. */
final class Printable {
	private static final int LONGEST = 200;

	private Printable() {
	}

	/** The name without control characters and not too long; most names stay as they are. */
	static String of(String name) {
		String clean = name.chars().anyMatch(Character::isISOControl) ? name.replaceAll("\\p{Cntrl}", "?") : name;
		return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "...";
	}
}
