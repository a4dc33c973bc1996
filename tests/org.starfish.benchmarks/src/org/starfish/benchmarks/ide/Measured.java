// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.ide;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What drivers have measured.
 *
 * @param values series of numbers, separated by blanks, and texts, by name
 */
public record Measured(Map<String, String> values) {
	static Measured of(Properties read) {
		Map<String, String> values = new TreeMap<>();
		read.stringPropertyNames().forEach(name -> values.put(name, read.getProperty(name)));
		return new Measured(values);
	}

	/** The numbers of a series, in the order in which they were measured; none if it was not measured. */
	public double[] numbers(String series) {
		String text = values.getOrDefault(series, "");
		return text.isEmpty() ? new double[0] : Stream.of(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
	}

	/** A text. */
	public String text(String name) {
		return values.getOrDefault(name, "");
	}

	/** The number below which a part of a series lies. */
	static double quantile(double[] series, double part) {
		double[] sorted = DoubleStream.of(series).sorted().toArray();
		return sorted[(int) Math.round(part * (sorted.length - 1))];
	}

}
