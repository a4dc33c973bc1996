// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.contest;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Under which conditions a virtual machine runs.
 *
 * @param classPath what is on its class path
 * @param vmArguments beside those of this virtual machine
 * @param environment variables that differ from this process's; without a value, those that are not set
 */
public record Conditions(List<String> classPath, List<String> vmArguments, Map<String, String> environment) {
	/** As this virtual machine, and with this many threads. */
	public static Conditions ofThreads(int threads) {
		// How threads wait is left to each library's own default, which is the fastest for each of them.
		return new Conditions(List.of(System.getProperty("java.class.path").split(File.pathSeparator)), List.of(),
				Map.of("OMP_NUM_THREADS", Integer.toString(threads), "OMP_WAIT_POLICY", ""));
	}

	/** The same, with more at the head of the class path. */
	Conditions withClassPath(List<String> first) {
		List<String> all = new ArrayList<>(first);
		all.addAll(classPath);
		return new Conditions(all, vmArguments, environment);
	}

	/** The same, with more arguments for the virtual machine. */
	public Conditions withVmArgument(String argument) {
		List<String> all = new ArrayList<>(vmArguments);
		all.add(argument);
		return new Conditions(classPath, all, environment);
	}

	/** The same, with an environment variable. */
	public Conditions withVariable(String name, String value) {
		Map<String, String> all = new LinkedHashMap<>(environment);
		all.put(name, value);
		return new Conditions(classPath, vmArguments, all);
	}
}
