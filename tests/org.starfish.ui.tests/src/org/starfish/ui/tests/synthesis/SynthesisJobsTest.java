// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.synthesis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.part.FileEditorInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.starfish.core.image.ImageReader;
import org.starfish.core.jobs.SynthesisJob;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.ui.synthesis.SynthesisRequest;
import org.starfish.ui.synthesis.SynthesisRun;
import org.starfish.ui.synthesis.SynthesisRuns;
import org.starfish.ui.synthesis.editor.SynthesisEditor;
import org.starfish.ui.tests.CleanWorkbench;
import org.starfish.ui.tests.pages.ActivationGridPage;
import org.starfish.ui.tests.pages.SynthesisEditorPage;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

/** The jobs that draw pictures: cancelled, suspended, gone on with, and beside other work. */
@ExtendWith(CleanWorkbench.class)
class SynthesisJobsTest {
	private static final Duration LONG = Duration.ofSeconds(120);

	private WantedPictures wanted;

	@BeforeEach
	void makeExample() throws CoreException {
		wanted = new WantedPictures();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 9, 17 })
	void cancelledInTheProgressViewItKeepsThePicture(int step) throws Exception {
		var window = new WorkbenchPage();
		SynthesisRun run = WantedPictures.startAndHold(window, List.of(wanted.request("a.png", "prob:5", WantedPictures.SHORT)), 0,
				step);
		assertEquals(List.of("Synthesizing prob:5 of tidepool.zip"), WantedPictures.jobs().stream().map(Job::getName).toList());
		WantedPictures.jobs().get(0).cancel();
		Ui.until("the job to be gone", () -> WantedPictures.jobs().isEmpty());
		assertEquals(step, run.trace().steps().count(), "no step more");
		SynthesisEditorPage.active(window).awaitText("stopped after %d of 18 steps".formatted(step));
		assertEquals(OptionalInt.of(step), RecipeFile.read(wanted.path("a.png")).stoppedAfter());
		assertEquals(32, ImageReader.read(wanted.path("a.png")).height());
		assertTrue(wanted.file("a.png").exists() && wanted.file("a.recipe.json").exists(), "the workspace knows them");
	}

	@Test
	void aQueueIsOneJobAndCancelledKeepsWhatIsFinished() throws Exception {
		var window = new WorkbenchPage();
		WantedPictures.startAndHold(window, wanted.channels("conv3", 64, WantedPictures.SHORT.with(Parameter.OCTAVES, 1)), 32, 3);
		assertEquals(List.of("Synthesizing 64 pictures of tidepool.zip"), WantedPictures.jobs().stream().map(Job::getName).toList());
		assertEquals(1, window.page().getEditorReferences().length);
		WantedPictures.jobs().get(0).cancel();
		Ui.until("the job to be gone", () -> WantedPictures.jobs().isEmpty());
		for (int i = 0; i < 32; i++) {
			assertEquals(OptionalInt.empty(), RecipeFile.read(wanted.path(i + ".png")).stoppedAfter());
		}
		assertEquals(OptionalInt.of(3), RecipeFile.read(wanted.path("32.png")).stoppedAfter());
		assertEquals(33, pictures());
		Ui.until("the runs to be forgotten", () -> SynthesisRuns.ofWorkbench().of(wanted.path("33.png")).isEmpty());
	}

	private long pictures() throws Exception {
		try (Stream<Path> files = Files.list(wanted.path("x").getParent())) {
			return files.filter(file -> file.toString().endsWith(".png")).count();
		}
	}

	@Test
	void oneOfAQueueIsStoppedOrTakenOutAndTheOthersGoOn() throws Exception {
		var window = new WorkbenchPage();
		List<SynthesisRequest> requests = wanted.channels("conv3", 4, WantedPictures.SHORT);
		SynthesisRun run = WantedPictures.startAndHold(window, requests, 1, 5);
		SynthesisRuns runs = SynthesisRuns.ofWorkbench();
		runs.stop(runs.of(wanted.path("2.png")).orElseThrow());
		runs.stop(run);
		Ui.until("the end of the queue", LONG, () -> WantedPictures.jobs().isEmpty());
		assertEquals(OptionalInt.of(5), RecipeFile.read(wanted.path("1.png")).stoppedAfter());
		assertFalse(Files.exists(wanted.path("2.png")));
		assertEquals(OptionalInt.empty(), RecipeFile.read(wanted.path("3.png")).stoppedAfter());
	}

	@Test
	void suspendedItGoesOnToTheSameBytes() throws Exception {
		var window = new WorkbenchPage();
		SynthesisEditor.start(window.page(), List.of(wanted.request("whole.png", "prob:2", WantedPictures.SHORT)));
		SynthesisEditorPage.active(window).awaitEnd();
		WantedPictures.startAndHold(window, List.of(wanted.request("a.png", "prob:2", WantedPictures.SHORT),
				wanted.request("b.png", "prob:2", WantedPictures.SHORT)), 0, 8);
		window.page().closeAllEditors(false);
		SynthesisJob.suspendAll();
		assertFalse(Files.exists(wanted.path("a.png")));
		Ui.until("the runs to be forgotten", () -> SynthesisRuns.ofWorkbench().of(wanted.path("a.png")).isEmpty());

		// What the workbench does when it opens again, in its order: editors first.
		SynthesisRuns.ofWorkbench().resume();
		window.page().openEditor(new FileEditorInput(wanted.file("a.png")), SynthesisEditor.ID);
		SynthesisEditorPage editor = SynthesisEditorPage.active(window);
		editor.awaitText("18 steps");
		assertTrue(editor.texts().contains("prob:2"), () -> editor.texts().toString());
		Ui.until("the end of the queue", LONG, () -> WantedPictures.jobs().isEmpty());
		for (String name : List.of("a.png", "b.png")) {
			assertArrayEquals(Files.readAllBytes(wanted.path("whole.png")), Files.readAllBytes(wanted.path(name)), name);
		}
	}

	@Test
	void theGridAnswersBetweenTheSteps() throws Exception {
		var window = new WorkbenchPage();
		SynthesisEditor.start(window.page(),
				wanted.channels("conv3", 2, WantedPictures.SHORT.with(Parameter.STEPS, 100_000)));
		SynthesisRun run = SynthesisRuns.ofWorkbench().of(wanted.path("0.png")).orElseThrow();
		Ui.until("the first steps", LONG, () -> run.trace().steps().count() > 2);
		ActivationGridPage grid = ActivationGridPage.open(window, wanted.model()).answered();
		grid.press(']');
		grid.answered();
		assertEquals(SynthesisRun.State.RUNNING, run.state());
		int before = run.trace().steps().count();
		Ui.until("further steps", LONG, () -> run.trace().steps().count() > before);
		WantedPictures.jobs().get(0).cancel();
		Ui.until("the job to be gone", () -> WantedPictures.jobs().isEmpty());
	}
}
