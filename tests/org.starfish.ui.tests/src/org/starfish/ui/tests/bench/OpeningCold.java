// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.bench;

import java.util.List;

import org.starfish.ui.activation.TileCanvas;
import org.starfish.ui.tests.drive.Driver;
import org.starfish.ui.tests.pages.ActivationGridPage;
import org.starfish.ui.tests.pages.DialogPage;
import org.starfish.ui.tests.pages.WorkbenchPage;

/**
 * From the right click on a model that was never open in this process to its painted grid: the menu, the picker, whose
 * button is pressed as soon as it can be, the editor, the forward pass.
 */
public final class OpeningCold implements Driver {
	@Override
	public void drive(WorkbenchPage window, List<String> arguments) throws Exception {
		var measurements = new Measurements();
		try (var stopwatch = new Stopwatch()) {
			var scene = new Scene(window, stopwatch, Scene.files(arguments));
			var painted = new long[1];
			var ready = new long[1];
			stopwatch.reset();
			long start = System.nanoTime();
			DialogPage.during("Visualize Layer",
					() -> window.projectExplorer().contextMenu(Scene.PROJECT, scene.model().getName()).choose("Starfish",
							"Visualize Layer..."),
					dialog -> {
						stopwatch.until("the layers", () -> dialog.isEnabled("Show"));
						ready[0] = System.nanoTime();
						dialog.press("Show");
					});
			ActivationGridPage[] grid = new ActivationGridPage[1];
			TileCanvas[] canvas = new TileCanvas[1];
			stopwatch.until("painted tiles", () -> {
				if (canvas[0] == null) {
					grid[0] = grid[0] == null ? scene.grid() : grid[0];
					canvas[0] = grid[0] == null || !grid[0].isThere() ? null : grid[0].canvas();
					if (canvas[0] != null) {
						canvas[0].setStopwatch(nanoseconds -> {
							if (painted[0] == 0 && canvas[0].state() != null) {
								painted[0] = System.nanoTime();
							}
						});
					}
				}
				return painted[0] != 0;
			});
			measurements.add("picker", (ready[0] - start) / 1e6);
			measurements.add("painted", (painted[0] - start) / 1e6);
		}
		measurements.write(Scene.output(arguments));
	}
}
