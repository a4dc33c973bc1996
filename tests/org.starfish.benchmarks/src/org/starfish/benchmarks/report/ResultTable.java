// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one part of the benchmark found. A cell is a text, a number, a {@link Spread}, or null where there is nothing.
 *
 * @param name in JSON
 * @param title for people
 * @param keys how many columns, from the left, say what a row is about
 * @param columns headings, with units
 * @param rows each as long as the columns
 */
public record ResultTable(String name, String title, int keys, List<String> columns, List<List<Object>> rows) {
	/** An empty table. */
	public ResultTable(String name, String title, int keys, String... columns) {
		this(name, title, keys, List.of(columns), new ArrayList<>());
	}

	/** Adds a row. */
	public ResultTable row(Object... cells) {
		if (cells.length != columns.size()) {
			throw new IllegalArgumentException("%d cells for %d columns".formatted(cells.length, columns.size()));
		}
		List<Object> row = new ArrayList<>();
		for (Object cell : cells) {
			row.add(cell);
		}
		rows.add(row);
		return this;
	}

	/** This one's rows, and those of an older one that are about something else. */
	public ResultTable mergedInto(ResultTable older) {
		if (!older.columns.equals(columns)) {
			return this;
		}
		Map<List<Object>, List<Object>> merged = new LinkedHashMap<>();
		older.rows.forEach(row -> merged.put(row.subList(0, keys), row));
		rows.forEach(row -> merged.put(row.subList(0, keys), row));
		return new ResultTable(name, title, keys, columns, new ArrayList<>(merged.values()));
	}
}
