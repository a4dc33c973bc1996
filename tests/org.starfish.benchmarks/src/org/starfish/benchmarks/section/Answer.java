// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.section;

import java.io.PrintStream;
import java.util.Map;

import com.google.gson.Gson;

/** What a program that is forked to measure one thing tells the benchmark: numbers by name, as a line of JSON. */
record Answer(Map<String, Double> numbers) {
	/** The standard output as it was. */
	static final PrintStream OUT = System.out;

	/** Keeps the standard output free of what libraries print. */
	static void reserveOutput() {
		System.setOut(System.err);
	}

	void send() {
		OUT.println(new Gson().toJson(this));
	}
}
