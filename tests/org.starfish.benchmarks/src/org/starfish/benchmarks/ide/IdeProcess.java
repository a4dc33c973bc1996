// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.ide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.starfish.core.StarfishException;

/** Starts the IDE in a virtual machine and a workspace of their own, and has a driver measure something in it. */
public final class IdeProcess {
	/** System property that names the file with the arguments with which Java starts the IDE; set by {@code ./starfish}. */
	private static final String ARGUMENTS = "starfish.drive";
	private static final String DRIVERS = "org.starfish.ui.tests.bench.";
	/** So that the example is not made and opened: a first start would warm up what is to be measured cold. */
	private static final String PREFERENCES = ".metadata/.plugins/org.eclipse.core.runtime/.settings/org.starfish.ide.prefs";
	private static final int MINUTES = 15;
	private static final int TOLD = 20;

	private IdeProcess() {
	}

	/**
	 * Runs a driver.
	 *
	 * @param driver the simple name of its class
	 * @param arguments behind the file for its measurements
	 * @throws StarfishException if it could not do its work
	 */
	public static Measured run(String driver, String... arguments) throws StarfishException, IOException {
		String start = System.getProperty(ARGUMENTS);
		if (start == null) {
			throw new StarfishException("The IDE is measured by ./starfish bench ide, which knows how to start it.");
		}
		Path folder = Files.createTempDirectory("starfish-bench-ide-");
		try {
			Path preferences = folder.resolve("workspace").resolve(PREFERENCES);
			Files.createDirectories(preferences.getParent());
			Files.writeString(preferences, "eclipse.preferences.version=1\nexampleMade=true\n");
			Path numbers = folder.resolve("measurements.properties");
			List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"@" + start, "-data", folder.resolve("workspace").toString(), DRIVERS + driver, numbers.toString()));
			command.addAll(List.of(arguments));
			Path log = folder.resolve("log");
			if (end(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start()) != 0) {
				throw new StarfishException("The IDE that %s drives ended. It said: %s"
						.formatted(driver, String.join("\n", Files.readAllLines(log).stream().limit(TOLD).toList())));
			}
			var read = new Properties();
			try (var in = Files.newBufferedReader(numbers)) {
				read.load(in);
			}
			return Measured.of(read);
		} finally {
			delete(folder);
		}
	}

	private static int end(Process process) throws StarfishException {
		try {
			if (process.waitFor(MINUTES, TimeUnit.MINUTES)) {
				return process.exitValue();
			}
			throw new StarfishException("The IDE was not ready after %d minutes.".formatted(MINUTES));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new StarfishException("The benchmark was interrupted.");
		} finally {
			process.destroyForcibly();
		}
	}

	private static void delete(Path folder) throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(path);
			}
		}
	}
}
