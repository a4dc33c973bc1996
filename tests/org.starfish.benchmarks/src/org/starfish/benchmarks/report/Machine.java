// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a benchmark runs on. */
public final class Machine {
	/** Vector extensions worth telling, the strongest first. */
	private static final List<String> EXTENSIONS = List.of("avx512_bf16", "avx512f", "avx2");

	private Machine() {
	}

	/** Processor, memory and Java, for people. */
	public static Map<String, String> facts() throws IOException {
		Map<String, String> facts = new LinkedHashMap<>();
		List<String> cpu = lines("/proc/cpuinfo");
		List<String> flags = Arrays.asList(value(cpu, "flags").split(" "));
		facts.put("processor", "%s, %d cores, %s".formatted(value(cpu, "model name"), Runtime.getRuntime().availableProcessors(),
				EXTENSIONS.stream().filter(flags::contains).collect(Collectors.joining(", "))));
		facts.put("memory", "%s MB".formatted(Long.parseLong(value(lines("/proc/meminfo"), "MemTotal").replaceAll("\\D", "")) / 1024));
		facts.put("system", "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.version")));
		facts.put("Java", "%s, %s".formatted(System.getProperty("java.vm.name"), System.getProperty("java.runtime.version")));
		return facts;
	}

	private static List<String> lines(String file) throws IOException {
		return Files.isReadable(Path.of(file)) ? Files.readAllLines(Path.of(file)) : List.of();
	}

	private static String value(List<String> lines, String key) {
		return lines.stream().filter(line -> line.startsWith(key)).map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst()
				.orElse("0");
	}
}
