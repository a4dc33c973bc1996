// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Lines of text with aligned columns. */
final class Table {
	private static final String GAP = "  ";

	private final List<List<String>> rows = new ArrayList<>();
	private final boolean[] right;

	/**
	 * @param alignment one character a column: {@code l} or {@code r}
	 * @param titles of the columns
	 */
	Table(String alignment, String... titles) {
		right = new boolean[alignment.length()];
		for (int column = 0; column < right.length; column++) {
			right[column] = alignment.charAt(column) == 'r';
		}
		row(titles);
	}

	/** Adds a line. */
	void row(String... cells) {
		rows.add(List.of(cells));
	}

	/** Prints all lines, each column as wide as its widest cell. */
	void print(PrintWriter out) {
		int[] widths = new int[right.length];
		for (List<String> row : rows) {
			for (int column = 0; column < widths.length; column++) {
				widths[column] = Math.max(widths[column], row.get(column).length());
			}
		}
		for (List<String> row : rows) {
			var line = new StringBuilder();
			for (int column = 0; column < widths.length; column++) {
				String space = " ".repeat(widths[column] - row.get(column).length());
				line.append(column == 0 ? "" : GAP).append(right[column] ? space + row.get(column) : row.get(column) + space);
			}
			out.println(line.toString().stripTrailing());
		}
	}
}
