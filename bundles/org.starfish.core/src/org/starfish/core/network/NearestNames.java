// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Picks, from many names, the few that someone who mistyped one may have meant. */
final class NearestNames {
	private static final int SHOWN = 8;

	private NearestNames() {
	}

	/** The nearest names by edit distance, comma-separated, with a note of how many more there are. */
	static String of(String name, Collection<String> names) {
		String nearest = names.stream().sorted(Comparator.comparingInt(candidate -> distance(name, candidate)))
				.limit(SHOWN).collect(Collectors.joining(", "));
		return names.size() > SHOWN ? nearest + " and " + (names.size() - SHOWN) + " more" : nearest;
	}

	/** Levenshtein distance, ignoring case. */
	static int distance(String a, String b) {
		int[] previous = new int[b.length() + 1];
		int[] current = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++) {
			previous[j] = j;
		}
		for (int i = 1; i <= a.length(); i++) {
			current[0] = i;
			for (int j = 1; j <= b.length(); j++) {
				boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
				int replaced = previous[j - 1] + (same ? 0 : 1);
				current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
			}
			int[] swap = previous;
			previous = current;
			current = swap;
		}
		return previous[b.length()];
	}
}
