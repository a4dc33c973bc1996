// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.bench;

import java.util.ArrayList;
import java.util.List;

import org.starfish.ui.tests.drive.Driver;
import org.starfish.ui.tests.pages.ActivationGridPage;
import org.starfish.ui.tests.pages.WorkbenchPage;

/** From the key that goes to the next layer, or the one before, whose answer is known, to its painted grid. */
public final class SelectingCached implements Driver {
	private static final int LAYERS = 24;
	private static final int ROUNDS = 5;

	@Override
	public void drive(WorkbenchPage window, List<String> arguments) throws Exception {
		var measurements = new Measurements();
		try (var stopwatch = new Stopwatch()) {
			var scene = new Scene(window, stopwatch, Scene.files(arguments));
			ActivationGridPage grid = scene.open(stopwatch);
			List<String> names = new ArrayList<>();
			while (names.size() < LAYERS) {
				names.add(grid.session().layer().orElseThrow());
				stopwatch.press(grid.canvas(), '[');
				stopwatch.until("an answer", () -> Scene.isAnswered(grid));
			}
			for (int round = 0; round < ROUNDS; round++) {
				char key = round % 2 == 0 ? ']' : '[';
				for (int layer = 0; layer < LAYERS - 1; layer++) {
					stopwatch.until("an answer", () -> Scene.isAnswered(grid));
					select(stopwatch, grid, key, round == 0 ? "first" : "cached", measurements);
				}
			}
		}
		measurements.write(Scene.output(arguments));
	}

	/** The first round is one of its own: what a layer is painted with is compiled by and by. */
	private static void select(Stopwatch stopwatch, ActivationGridPage grid, char key, String series, Measurements measurements) {
		var painted = new long[1];
		String before = grid.state().activation().layer();
		grid.canvas().setStopwatch(nanoseconds -> {
			if (painted[0] == 0 && !grid.state().activation().layer().equals(before)) {
				painted[0] = System.nanoTime();
			}
		});
		long start = System.nanoTime();
		stopwatch.press(grid.canvas(), key);
		boolean known = !grid.session().isAsking();
		stopwatch.until("a painted layer", () -> painted[0] != 0);
		grid.canvas().setStopwatch(nanoseconds -> {
		});
		measurements.add(known ? series : "unknown", (painted[0] - start) / 1e6);
		// What else is painted is done before the next key.
		long end = System.nanoTime() + 60_000_000;
		stopwatch.until("the rest", () -> System.nanoTime() > end);
	}
}
