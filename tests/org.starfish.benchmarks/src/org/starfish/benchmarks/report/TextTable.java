// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints tables in columns. A spread is printed as its median with its quartiles behind it. */
public final class TextTable {
	private TextTable() {
	}

	/** A table as text, its title first. */
	public static String of(ResultTable table) {
		List<List<String>> lines = new ArrayList<>();
		lines.add(table.columns());
		table.rows().forEach(row -> lines.add(row.stream().map(TextTable::cell).toList()));
		int[] widths = new int[table.columns().size()];
		lines.forEach(line -> {
			for (int i = 0; i < widths.length; i++) {
				widths[i] = Math.max(widths[i], line.get(i).length());
			}
		});
		var text = new StringBuilder(table.title()).append('\n');
		for (List<String> line : lines) {
			var row = new StringBuilder();
			for (int i = 0; i < widths.length; i++) {
				row.append(("%" + (i < table.keys() ? "-" : "") + widths[i] + "s").formatted(line.get(i))).append("  ");
			}
			text.append(row.toString().stripTrailing()).append('\n');
		}
		return text.toString();
	}

	static String cell(Object cell) {
		return switch (cell) {
		case null -> "";
		case Spread spread -> number(spread.median()) + " (" + number(spread.low()) + ".." + number(spread.high()) + ")";
		case Integer integer -> integer.toString();
		case Long integer -> integer.toString();
		case Number number -> number(number.doubleValue());
		default -> cell.toString();
		};
	}

	/** Three digits that count, without a power of ten. */
	public static String number(double value) {
		if (!Double.isFinite(value)) {
			return Double.toString(value);
		}
		double size = Math.abs(value);
		int places = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 4;
		return String.format(Locale.ROOT, "%." + places + "f", value);
	}
}
