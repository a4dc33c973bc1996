// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.starfish.core.StarfishException;
import org.starfish.core.image.ImageReader;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.ui.synthesis.SynthesisRun;
import org.starfish.ui.synthesis.SynthesisRuns;
import org.starfish.ui.synthesis.editor.SynthesisEditor;
import org.starfish.ui.tests.CleanWorkbench;
import org.starfish.ui.tests.pages.DialogPage;
import org.starfish.ui.tests.pages.SynthesisEditorPage;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

/** What is done to an ascent while it runs. */
@ExtendWith(CleanWorkbench.class)
class SteeredEditorTest {
	private static final Parameters ENDLESS = Presets.STARFISH.parameters().with(Parameter.STEPS, 100_000)
			.with(Parameter.OCTAVES, 1);

	private WantedPictures wanted;

	@BeforeEach
	void makeExample() throws CoreException {
		wanted = new WantedPictures();
	}

	private SynthesisEditorPage draw(WorkbenchPage window, String unit, Parameters parameters) throws StarfishException {
		SynthesisEditor.start(window.page(), List.of(wanted.request("a.png", unit, parameters)));
		return SynthesisEditorPage.active(window);
	}

	@Test
	void aProblemIsNamedAndItsRemedyHelpsAtOnce(WorkbenchPage window) throws Exception {
		SynthesisEditorPage editor = draw(window, "prob:0", ENDLESS.with(Parameter.RATE, 0.0));
		editor.awaitText("does not change any more");
		editor.awaitButton("Raise the Step").awaitButton("Use the Preset Starfish");
		editor.press("Raise the Step");
		editor.awaitNo("does not change any more");
		assertFalse(editor.offers("Raise the Step"));
		editor.press("Stop, Keep");
		editor.awaitEnd();
		assertEquals(List.of(Parameter.RATE), RecipeFile.read(wanted.path("a.png")).changes().stream()
				.map(Recipe.Change::parameter).toList());
	}

	@Test
	void whereARemedyNeedsANewStartItIsMade(WorkbenchPage window) throws Exception {
		SynthesisEditorPage editor = draw(window, "prob:0", ENDLESS.with(Parameter.RATE, 0.0));
		editor.awaitButton("Use the Preset Starfish").press("Use the Preset Starfish");
		SynthesisEditorPage other = SynthesisEditorPage.active(window);
		assertEquals("a-2.png", other.name());
		assertTrue(other.texts().stream().anyMatch(text -> text.contains("preset starfish")), () -> other.texts().toString());
		Ui.until("the first one to be kept", () -> Files.exists(wanted.path("a.png")));
		other.awaitEnd();
	}

	@Test
	void aDeadUnitStartsFromAnImage(WorkbenchPage window) throws Exception {
		Parameters blank = Presets.of("yosinski-3").parameters().with(Parameter.NOISE, 0.0).with(Parameter.STEPS, 30);
		SynthesisEditorPage editor = draw(window, "conv1:0", blank);
		editor.awaitText("does not respond to this picture");
		editor.awaitEnd();
		editor.awaitButton("Open the ReLUs").awaitButton("Start from an Image\u2026");
		DialogPage.during("Choose an Image", () -> editor.press("Start from an Image\u2026"), dialog -> {
			dialog.field().setText("starfish-1.jpg");
			Table found = Ui.find(dialog.shell(), Table.class);
			Ui.until("the image", () -> found.getItemCount() == 1 && found.getItem(0).getText().contains("starfish-1.jpg")
					&& found.getSelectionCount() == 1);
			dialog.press("OK");
		});
		Ui.until("another picture; it says " + editor.texts(), () -> Files.exists(wanted.path("a-2.png")));
		assertTrue(RecipeFile.read(wanted.path("a-2.png")).start().orElseThrow().path().endsWith("starfish-1.jpg"));
		SynthesisEditorPage started = SynthesisEditorPage.active(window);
		assertEquals("a-2.png", started.name());
		started.awaitText("30 steps");
	}

	@Test
	void aChangeOnTheWayIsReplayedToTheSameBytes(WorkbenchPage window) throws Exception {
		SynthesisEditorPage editor = draw(window, "prob:3", ENDLESS);
		editor.awaitText("steps/s");
		editor.press("Pause");
		editor.set("L2 decay", "0.02");
		editor.set("L2 decay", "2");
		editor.awaitText("'decay' must be");
		editor.set("Rate \u03b7", "0.1");
		assertEquals("0.1", editor.value("Rate \u03b7"));
		editor.press("Undo");
		SynthesisRun run = SynthesisRuns.ofWorkbench().of(wanted.path("a.png")).orElseThrow();
		assertEquals(ENDLESS.number(Parameter.RATE), run.parameters().number(Parameter.RATE));
		editor.press("Resume");
		int now = run.trace().steps().count();
		Ui.until("more steps", () -> run.trace().steps().count() > now + 3);
		editor.press("Stop, Keep");
		editor.awaitEnd();
		Ui.until("the picture", () -> Files.exists(wanted.path("a.png")));
		Recipe recipe = RecipeFile.read(wanted.path("a.png"));
		Map<Parameter, List<Object>> changes = recipe.changes().stream().collect(Collectors
				.groupingBy(Recipe.Change::parameter, Collectors.mapping(Recipe.Change::value, Collectors.toList())));
		assertEquals(List.of(0.02), changes.get(Parameter.DECAY));
		assertEquals(List.of(0.1, ENDLESS.number(Parameter.RATE)), changes.get(Parameter.RATE));
		editor.press("Replay");
		Ui.until("the replayed picture", () -> Files.exists(wanted.path("a-replay.png")));
		SynthesisEditorPage.active(window).awaitEnd();
		assertEquals(ImageReader.read(wanted.path("a.png")),
				ImageReader.read(wanted.path("a-replay.png")));
	}

	@Test
	void thePictureIsEvaluated(WorkbenchPage window) throws Exception {
		SynthesisEditorPage editor = draw(window, "prob:0", ENDLESS);
		editor.awaitText("Logit reached");
		editor.press("Stop, Keep");
		editor.awaitEnd();
		editor.awaitText("Best photo");
		editor.awaitText("Also active");
		Ui.until("all photos to be compared: " + editor.texts(),
				() -> editor.texts().stream().anyMatch(text -> text.matches("Beside \\d+ photos")));
	}

	@Test
	void aPictureOpenedAgainIsEvaluatedToo(WorkbenchPage window) throws Exception {
		SynthesisEditorPage editor = draw(window, "conv3:17",
				Presets.STARFISH.parameters().with(Parameter.STEPS, 8));
		editor.awaitEnd();
		window.page().closeAllEditors(false);
		window.projectExplorer().tree().open("tidepool", "synthesized", "units", "a.png");
		SynthesisEditorPage again = SynthesisEditorPage.active(window);
		again.awaitText("Activation reached");
		again.awaitText("Best photo");
	}
}
