// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.synthesis.GradientAscent;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.Target;
import org.starfish.ui.model.ModelLocation;
import org.starfish.ui.synthesis.SynthesisRequest;
import org.starfish.ui.synthesis.SynthesisRun;
import org.starfish.ui.synthesis.SynthesisRuns;
import org.starfish.ui.synthesis.editor.SynthesisEditor;
import org.starfish.ui.tests.drive.Driver;
import org.starfish.ui.tests.pages.SynthesisEditorPage;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

/**
 * Steps a second of a synthesis while its editor is open and seen, and of the same recipe with no editor, in turns. The
 * second argument is the model, the number behind the model how many turns.
 */
public final class EditorCost implements Driver {
	private static final String CLASS = "prob:327";
	private static final Duration LIMIT = Duration.ofSeconds(600);
	/** The first steps belong to the start: the plan is made, the editor opens. */
	private static final int SKIPPED = 40;
	private static final long LOOK = 1_000_000;

	@Override
	public void drive(WorkbenchPage window, List<String> arguments) throws Exception {
		var measurements = new Measurements();
		Scene scene;
		try (var stopwatch = new Stopwatch()) {
			scene = new Scene(window, stopwatch, Scene.files(arguments.subList(0, 2)));
		}
		int turns = Integer.parseInt(arguments.get(2));
		try (OpenNetwork network = SharedNetworks.get().open(scene.model().getLocation().toPath(), Progress.NONE)) {
			for (int turn = 0; turn <= turns; turn++) {
				SynthesisRun run = withEditor(window, scene.model(), turn, turn == 0 ? "first" : "editor", measurements);
				withoutEditor(network, run.recipe().orElseThrow(), turn == 0 ? "first" : "headless", measurements);
			}
		}
		measurements.write(Scene.output(arguments));
	}

	private static SynthesisRun withEditor(WorkbenchPage window, IFile model, int turn, String series,
			Measurements measurements) throws StarfishException {
		IProject project = model.getProject();
		var request = new SynthesisRequest(ModelLocation.of(model).orElseThrow(), new Target.OfUnit(UnitAddress.parse(CLASS)), CLASS,
				Presets.STARFISH.name(), Presets.STARFISH.parameters(), 0, project.getFile("turn%d.png".formatted(turn)));
		SynthesisEditor.start(window.page(), List.of(request));
		var editor = SynthesisEditorPage.active(window);
		SynthesisRun run = SynthesisRuns.ofWorkbench().of(request.path()).orElseThrow();
		var clock = new Clock(() -> run.advance().map(SynthesisRun.Advance::step).orElse(0), run::isOver);
		Ui.until("the end of the synthesis", LIMIT, () -> run.isOver() && clock.isOver());
		if (run.state() != SynthesisRun.State.DONE || !editor.control().isVisible()) {
			throw new AssertionError("the synthesis is %s: %s".formatted(run.state(), run.trouble()));
		}
		measurements.add(series, clock.rate());
		measurements.add(series + ", interface", clock.busy());
		window.page().closeAllEditors(false);
		Ui.settle();
		return run;
	}

	private static void withoutEditor(OpenNetwork network, Recipe recipe, String series,
			Measurements measurements) throws StarfishException {
		var work = new Ascent(network, recipe);
		work.start();
		var clock = new Clock(() -> work.step, () -> !work.isAlive());
		Ui.until("the end of the synthesis", LIMIT, clock::isOver);
		if (work.trouble.isPresent()) {
			throw new AssertionError(work.trouble.get());
		}
		measurements.add(series, clock.rate());
		measurements.add(series + ", interface", clock.busy());
	}

	/** What the command line does. */
	private static final class Ascent extends Thread {
		private final OpenNetwork network;
		private final Recipe recipe;
		private volatile int step;
		private volatile Optional<String> trouble = Optional.empty();

		Ascent(OpenNetwork network, Recipe recipe) {
			super("Ascent");
			this.network = network;
			this.recipe = recipe;
		}

		@Override
		public void run() {
			try {
				new GradientAscent(network.network()).run(recipe, Optional.empty(), frame -> step = frame.step());
			} catch (StarfishException e) {
				trouble = Optional.of(e.getMessage());
			}
		}
	}

	/** Looks from outside how many steps have been taken. */
	private static final class Clock extends Thread {
		private final IntSupplier step;
		private final BooleanSupplier over;
		private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		private final long watched = Thread.currentThread().threadId();
		private int first;
		private long begun;
		private long processor;
		private long used;
		private int last;
		private long ended;

		Clock(IntSupplier step, BooleanSupplier over) {
			super("Clock");
			this.step = step;
			this.over = over;
			setPriority(MAX_PRIORITY);
			start();
		}

		@Override
		public void run() {
			while (!over.getAsBoolean()) {
				int now = step.getAsInt();
				if (now > last) {
					last = now;
					ended = System.nanoTime();
					used = threads.getThreadCpuTime(watched);
					if (first == 0 && now >= SKIPPED) {
						first = now;
						begun = ended;
						processor = used;
					}
				}
				LockSupport.parkNanos(LOOK);
			}
		}

		boolean isOver() {
			return !isAlive();
		}

		/** Steps a second. */
		double rate() {
			return (last - first) * 1e9 / (ended - begun);
		}

		/** Milliseconds of a processor that the thread of the user interface took for a step. */
		double busy() {
			return (used - processor) / 1e6 / (last - first);
		}
	}
}
