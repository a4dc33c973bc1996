// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.bytedeco.javacpp.Loader;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The one class that knows which ND4J backend runs. Chooses the native libraries for this processor before ND4J is used
 * for the first time.
 */
final class Backend {
	private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";
	private static final String DESCRIPTION = start();

	private Backend() {
	}

	/** Which backend runs and why, for the user's eyes. Starts it if need be. */
	static String description() {
		return DESCRIPTION;
	}

	/** The extension of the native variant; empty for the plain one. */
	static String variant() {
		return System.getProperty(EXTENSION, "");
	}

	/** The number of threads of the native library. */
	static int threads() {
		return NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads();
	}

	private static String start() {
		ND4JClassLoading.setNd4jClassloaderFromClass(Nd4j.class);
		Thread thread = Thread.currentThread();
		ClassLoader context = thread.getContextClassLoader();
		thread.setContextClassLoader(Nd4j.class.getClassLoader());
		try {
			String choice = choose();
			Nd4j.getMemoryManager().togglePeriodicGc(false);
			return "ND4J %s on the CPU, %s, %d %s".formatted(version(), choice, threads(),
					threads() == 1 ? "thread" : "threads");
		} finally {
			thread.setContextClassLoader(context);
		}
	}

	private static String version() {
		return Optional.ofNullable(Nd4j.class.getPackage().getImplementationVersion()).orElse("1.0.0-M2.1");
	}

	/** Sets the native variant, unless the user did, and says which and why. */
	private static String choose() {
		String asked = System.getProperty(EXTENSION);
		if (asked != null) {
			if (asked.isEmpty() || isThere(asked)) {
				return "native variant %s, as asked for".formatted(named(asked));
			}
			System.clearProperty(EXTENSION);
		}
		Set<String> flags = processorFlags();
		String best = flags.containsAll(Set.of("avx512f", "avx512vl", "avx512bw", "avx512dq")) ? "-onednn-avx512"
				: flags.containsAll(Set.of("avx2", "fma")) ? "-onednn-avx2" : "";
		String chosen = best.isEmpty() || isThere(best) ? best : "";
		if (!chosen.isEmpty()) {
			System.setProperty(EXTENSION, chosen);
		}
		String missing = asked != null ? " (%s was asked for and is not installed)".formatted(asked)
				: !chosen.equals(best) ? " (%s would suit this processor and is not installed)".formatted(best) : "";
		return "native variant %s%s".formatted(named(chosen), missing);
	}

	private static String named(String extension) {
		return extension.isEmpty() ? "plain" : extension;
	}

	/** Whether the native library of a variant is installed. */
	private static boolean isThere(String extension) {
		String folder = "org/nd4j/linalg/cpu/nativecpu/bindings/" + Loader.getPlatform() + extension + "/";
		return Nd4j.class.getClassLoader().getResource(folder + System.mapLibraryName("jnind4jcpu")) != null;
	}

	/** What the processor can do, as Linux lists it; nothing where that cannot be known. */
	private static Set<String> processorFlags() {
		Path facts = Path.of("/proc/cpuinfo");
		if (!Files.isReadable(facts)) {
			return Set.of();
		}
		try {
			return Files.readAllLines(facts).stream().filter(line -> line.startsWith("flags")).limit(1)
					.flatMap(line -> Arrays.stream(line.toLowerCase(Locale.ROOT).split("\\s+")))
					.collect(Collectors.toSet());
		} catch (IOException e) {
			// Without the list the plain variant runs everywhere.
			return Set.of();
		}
	}
}
