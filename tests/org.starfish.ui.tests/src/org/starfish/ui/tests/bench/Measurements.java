// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What a driver has measured: numbers and texts by name. The file is one of properties, numbers separated by blanks. */
final class Measurements {
	private final Map<String, StringBuilder> values = new LinkedHashMap<>();

	/** Adds a number to a series. */
	void add(String series, double value) {
		values.merge(series, new StringBuilder(Double.toString(value)), (before, next) -> before.append(' ').append(next));
	}

	/** Whether the last number of a series is greater than all before. */
	boolean isGreatest(String series) {
		double[] numbers = Stream.of(values.get(series).toString().split(" ")).mapToDouble(Double::parseDouble).toArray();
		return numbers[numbers.length - 1] >= DoubleStream.of(numbers).max().orElseThrow();
	}

	/** Tells something in words. */
	void say(String name, String text) {
		values.put(name, new StringBuilder(text));
	}

	/** Writes all. */
	void write(Path file) throws IOException {
		var properties = new Properties();
		values.forEach((name, value) -> properties.setProperty(name, value.toString()));
		try (var out = Files.newBufferedWriter(file)) {
			properties.store(out, null);
		}
	}
}
