// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page of documentation with places for results: what stands between {@code <!-- NAME -->} and {@code <!-- /NAME -->} is replaced by
 * the table of that name, or by the facts.
 */
public final class MarkdownPage {
	private MarkdownPage() {
	}

	/** Puts the results into a page, with the facts at the place of that name; places without results stay as they are. */
	public static void fill(Path page, ResultFile results) throws IOException {
		fill(page, "facts", results);
	}

	/**
	 * Puts the results into a page that has several places for facts.
	 *
	 * @param facts the name of the place for the facts
	 */
	public static void fill(Path page, String facts, ResultFile results) throws IOException {
		String text = Files.readString(page);
		text = replaced(text, facts,
				results.facts().entrySet().stream().map(fact -> "- %s: %s".formatted(fact.getKey(), fact.getValue())).collect(Collectors.joining("\n")));
		for (ResultTable table : results.tables().values()) {
			text = replaced(text, table.name(), table(table));
		}
		Files.writeString(page, text);
	}

	private static String replaced(String text, String name, String content) {
		String begin = "<!-- %s -->".formatted(name);
		String end = "<!-- /%s -->".formatted(name);
		int from = text.indexOf(begin);
		int to = text.indexOf(end);
		return from < 0 || to < from ? text : text.substring(0, from) + begin + "\n" + content + "\n" + text.substring(to);
	}

	private static String table(ResultTable table) {
		String heads = table.columns().stream().collect(Collectors.joining(" | ", "| ", " |"));
		String rule = table.columns().stream().map(column -> table.columns().indexOf(column) < table.keys() ? "---" : "---:")
				.collect(Collectors.joining("|", "|", "|"));
		String rows = table.rows().stream().map(MarkdownPage::row).collect(Collectors.joining("\n"));
		return "**%s**\n\n%s\n%s\n%s".formatted(table.title(), heads, rule, rows);
	}

	private static String row(List<Object> row) {
		return row.stream().map(TextTable::cell).map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
	}
}
