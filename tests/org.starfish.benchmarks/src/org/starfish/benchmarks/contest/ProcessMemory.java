// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.contest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the operating system says of this process's memory. Linux only. */
public final class ProcessMemory {
	private ProcessMemory() {
	}

	/** Bytes in memory now. */
	public static long resident() {
		return read("VmRSS");
	}

	/** The most bytes that were in memory at any time. */
	public static long peak() {
		return read("VmHWM");
	}

	private static long read(String key) {
		try {
			return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith(key + ":"))
					.mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow() * 1024;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
