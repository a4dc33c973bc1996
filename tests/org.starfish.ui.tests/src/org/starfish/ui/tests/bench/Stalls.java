// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.bench;

import java.nio.file.Path;
import java.util.List;

import org.starfish.ui.activation.ShownPicture;
import org.starfish.ui.tests.drive.Driver;
import org.starfish.ui.tests.pages.ActivationGridPage;
import org.starfish.ui.tests.pages.WorkbenchPage;

/**
 * The longest time for which the user interface does not react: while a model is opened for the first time and again, and
 * while it answers, layer after layer and picture after picture. The first file of the arguments is the model, all others
 * are pictures.
 */
public final class Stalls implements Driver {
	private static final double MILLISECOND = 1e6;
	private static final int TIMES = 6;
	private static final int LAYERS = 12;
	private static final int ROUNDS = 3;

	@Override
	public void drive(WorkbenchPage window, List<String> arguments) throws Exception {
		var measurements = new Measurements();
		List<Path> files = Scene.files(arguments);
		try (var stopwatch = new Stopwatch()) {
			var scene = new Scene(window, stopwatch, files);
			for (int time = 0; time < TIMES; time++) {
				stopwatch.reset();
				stopwatch.act(() -> ActivationGridPage.open(window, scene.model()));
				ActivationGridPage grid = scene.grid();
				stopwatch.until("an answer", () -> grid.isThere() && Scene.isAnswered(grid));
				stopwatch.rest();
				note(time == 0 ? "opening, first" : "opening, again", stopwatch, measurements);
				if (time < TIMES - 1) {
					stopwatch.act(() -> window.page().closeAllEditors(false));
					stopwatch.rest();
					note("closing", stopwatch, measurements);
				}
			}
			ActivationGridPage grid = scene.grid();
			boolean forward = false;
			for (int round = 0; round < ROUNDS; round++) {
				for (Path picture : files.subList(1, files.size())) {
					stopwatch.reset();
					stopwatch.act(() -> grid.session().show(ShownPicture.of(picture)));
					stopwatch.until("an answer", () -> Scene.isAnswered(grid));
					for (int layer = 0; layer < LAYERS; layer++) {
						stopwatch.press(grid.canvas(), forward ? ']' : '[');
						stopwatch.until("an answer", () -> Scene.isAnswered(grid));
					}
					stopwatch.rest();
					forward = !forward;
					note(round == 0 ? "running, first" : "running", stopwatch, measurements);
				}
			}
		}
		measurements.write(Scene.output(arguments));
	}

	private static void note(String what, Stopwatch stopwatch, Measurements measurements) {
		Knocker.Wait longest = stopwatch.longestStall();
		Knocker.Wait busiest = stopwatch.busiestStall();
		measurements.add(what, longest.waited() / MILLISECOND);
		if (measurements.isGreatest(what)) {
			measurements.say("stack of " + what, longest.stack());
		}
		String computed = what + ", computed";
		measurements.add(computed, busiest.computed() / MILLISECOND);
		if (measurements.isGreatest(computed)) {
			measurements.say("stack of " + computed, busiest.stack());
		}
		measurements.add(what + ", event", stopwatch.longestEvent());
		stopwatch.reset();
	}
}
