// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.starfish.core.jobs.SharedNetworks;
import org.starfish.ui.tests.drive.Driver;
import org.starfish.ui.tests.pages.WorkbenchPage;

/** What memory is held before and after each of twenty times that a model was opened, asked and closed again. */
public final class Reopening implements Driver {
	private static final int TIMES = 20;
	private static final double MEGABYTE = 1 << 20;

	@Override
	public void drive(WorkbenchPage window, List<String> arguments) throws Exception {
		var measurements = new Measurements();
		try (var stopwatch = new Stopwatch()) {
			var scene = new Scene(window, stopwatch, Scene.files(arguments));
			note(measurements);
			for (int time = 0; time < TIMES; time++) {
				scene.open(stopwatch);
				stopwatch.act(() -> window.page().closeAllEditors(false));
				stopwatch.until("the network to be given back", () -> SharedNetworks.get().files().isEmpty());
				stopwatch.rest();
				note(measurements);
			}
		}
		measurements.write(Scene.output(arguments));
	}

	private static void note(Measurements measurements) throws IOException {
		System.gc();
		MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
		measurements.add("heap", heap.getUsed() / MEGABYTE);
		measurements.add("heap taken", heap.getCommitted() / MEGABYTE);
		measurements.add("process", resident());
	}

	/** What of the process is in memory, in megabytes. */
	private static double resident() throws IOException {
		return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS:"))
				.mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
	}
}
