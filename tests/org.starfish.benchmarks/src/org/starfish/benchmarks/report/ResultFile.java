// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** Results as JSON: facts about the machine, and for each table an array of objects with a member a column. */
public final class ResultFile {
	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

	private final Map<String, String> facts;
	private final Map<String, ResultTable> tables;

	private ResultFile(Map<String, String> facts, Map<String, ResultTable> tables) {
		this.facts = facts;
		this.tables = tables;
	}

	/** Without any results. */
	public static ResultFile empty() {
		return new ResultFile(new LinkedHashMap<>(), new LinkedHashMap<>());
	}

	/** Reads one that {@link #write} wrote. */
	public static ResultFile read(Path file) throws IOException {
		JsonObject json = GSON.fromJson(Files.readString(file), JsonObject.class);
		ResultFile result = empty();
		json.getAsJsonObject("facts").entrySet().forEach(entry -> result.facts.put(entry.getKey(), entry.getValue().getAsString()));
		for (JsonElement element : json.getAsJsonArray("tables")) {
			JsonObject table = element.getAsJsonObject();
			List<String> columns = new ArrayList<>();
			table.getAsJsonArray("columns").forEach(column -> columns.add(column.getAsString()));
			List<List<Object>> rows = new ArrayList<>();
			table.getAsJsonArray("rows").forEach(row -> rows.add(cells(columns, row.getAsJsonObject())));
			String name = table.get("name").getAsString();
			result.tables.put(name,
					new ResultTable(name, table.get("title").getAsString(), table.get("keys").getAsInt(), columns, rows));
		}
		return result;
	}

	/** What ran, where and when. */
	public Map<String, String> facts() {
		return facts;
	}

	/** The tables by name. */
	public Map<String, ResultTable> tables() {
		return tables;
	}

	/** Adds a table; its rows replace those about the same. */
	public void put(ResultTable table) {
		tables.merge(table.name(), table, (older, newer) -> newer.mergedInto(older));
	}

	/** Writes all. */
	public void write(Path file) throws IOException {
		var json = new JsonObject();
		json.add("facts", GSON.toJsonTree(facts));
		var list = new JsonArray();
		for (ResultTable table : tables.values()) {
			var object = new JsonObject();
			object.addProperty("name", table.name());
			object.addProperty("title", table.title());
			object.addProperty("keys", table.keys());
			object.add("columns", GSON.toJsonTree(table.columns()));
			var rows = new JsonArray();
			for (List<Object> row : table.rows()) {
				var cells = new JsonObject();
				for (int i = 0; i < row.size(); i++) {
					cells.add(table.columns().get(i), GSON.toJsonTree(row.get(i)));
				}
				rows.add(cells);
			}
			object.add("rows", rows);
			list.add(object);
		}
		json.add("tables", list);
		Files.writeString(file, GSON.toJson(json) + "\n");
	}

	private static List<Object> cells(List<String> columns, JsonObject row) {
		List<Object> cells = new ArrayList<>();
		for (String column : columns) {
			cells.add(switch (row.get(column)) {
			case JsonNull empty -> null;
			case JsonObject spread -> GSON.fromJson(spread, Spread.class);
			case JsonPrimitive number when number.isNumber() -> number(number);
			case JsonElement text -> text.getAsString();
			});
		}
		return cells;
	}

	private static Number number(JsonPrimitive number) {
		String digits = number.getAsString();
		return digits.matches("-?\\d{1,9}") ? (Number) Integer.valueOf(digits) : (Number) Double.valueOf(digits);
	}
}
