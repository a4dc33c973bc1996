// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.bench;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.starfish.ui.activation.TileCanvas;
import org.starfish.ui.tests.drive.Driver;
import org.starfish.ui.tests.pages.ActivationGridPage;
import org.starfish.ui.tests.pages.WorkbenchPage;

/** How long the grid paints while a layer of 2,048 channels scrolls: by the wheel, by pages, at several sizes. */
public final class Scrolling implements Driver {
	private static final int TILES = 2048;
	private static final int WHEEL = 40;
	private static final int STEPS = 150;
	private static final double[] ZOOMS = { 1, 2, 0.5 };

	@Override
	public void drive(WorkbenchPage window, List<String> arguments) throws Exception {
		var measurements = new Measurements();
		try (var stopwatch = new Stopwatch()) {
			var scene = new Scene(window, stopwatch, Scene.files(arguments));
			ActivationGridPage grid = scene.open(stopwatch);
			stopwatch.act(() -> grid.session().showLayer("wide"));
			stopwatch.until("an answer", () -> Scene.isAnswered(grid));
			stopwatch.rest();
			TileCanvas canvas = grid.canvas();
			if (canvas.state().count() != TILES) {
				throw new AssertionError(canvas.state().count() + " tiles");
			}
			for (double zoom : ZOOMS) {
				stopwatch.act(() -> canvas.zoom(zoom));
				stopwatch.rest();
				int page = canvas.getClientArea().height;
				scroll(stopwatch, canvas, WHEEL, "wheel", measurements);
				scroll(stopwatch, canvas, page / 4, "drag", measurements);
				scroll(stopwatch, canvas, page, "page", measurements);
			}
		}
		measurements.write(Scene.output(arguments));
	}

	/** Down and, where there is no more, up again. */
	private static void scroll(Stopwatch stopwatch, TileCanvas canvas, int distance, String series, Measurements measurements) {
		var paints = new int[1];
		canvas.setStopwatch(nanoseconds -> {
			paints[0]++;
			measurements.add(series, nanoseconds / 1e6);
		});
		int direction = 1;
		for (int step = 0; step < STEPS; step++) {
			int before = canvas.origin();
			int to = before + direction * distance;
			int painted = paints[0];
			long start = System.nanoTime();
			stopwatch.act(() -> {
				ScrollBar bar = canvas.getVerticalBar();
				bar.setSelection(to);
				bar.notifyListeners(SWT.Selection, new Event());
			});
			if (canvas.origin() == before) {
				direction = -direction;
			} else {
				stopwatch.until("a painting", () -> paints[0] > painted);
				measurements.add(series + " to painted", Stopwatch.since(start));
			}
		}
		canvas.setStopwatch(nanoseconds -> {
		});
	}
}
