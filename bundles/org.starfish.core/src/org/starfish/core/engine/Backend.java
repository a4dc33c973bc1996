// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine;

import java.util.Optional;

import org.bytedeco.javacpp.Loader;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.starfish.core.engine.onednn.OneDnn;

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

	/** What rounding depends on: oneDNN with the instructions that it uses, and ND4J's variant if it is not the plain one. */
	static String variant() {
		return OneDnn.variant() + System.getProperty(EXTENSION, "");
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
			return "%s and ND4J %s%s on the CPU, %d %s".formatted(OneDnn.description(), version(), choice, threads(),
					threads() == 1 ? "thread" : "threads");
		} finally {
			thread.setContextClassLoader(context);
		}
	}

	private static String version() {
		return Optional.ofNullable(Nd4j.class.getPackage().getImplementationVersion()).orElse("1.0.0-M2.1");
	}

	/**
	 * Takes the native variant that the user asked for, if it is installed, else the plain one: oneDNN, which picks its
	 * kernels for the processor by itself, computes all that takes long.
	 */
	private static String choose() {
		String asked = System.getProperty(EXTENSION, "");
		if (asked.isEmpty() || isThere(asked)) {
			return asked.isEmpty() ? "" : ", native variant " + asked;
		}
		System.clearProperty(EXTENSION);
		return " (%s was asked for and is not installed)".formatted(asked);
	}

	/** Whether the native library of a variant is installed. */
	private static boolean isThere(String extension) {
		String folder = "org/nd4j/linalg/cpu/nativecpu/bindings/" + Loader.getPlatform() + extension + "/";
		return Nd4j.class.getClassLoader().getResource(folder + System.mapLibraryName("jnind4jcpu")) != null;
	}
}
