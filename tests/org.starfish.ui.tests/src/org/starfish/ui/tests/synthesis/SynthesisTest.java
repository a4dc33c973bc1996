// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.content.IContentDescription;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.PngWriter;
import org.starfish.core.image.RgbImage;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.ui.synthesis.SynthesisRun;
import org.starfish.ui.synthesis.SynthesisRuns;
import org.starfish.ui.tests.CleanWorkbench;
import org.starfish.ui.tests.TestProject;
import org.starfish.ui.tests.pages.SynthesisEditorPage;
import org.starfish.ui.tests.pages.SynthesisWizardPage;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

@ExtendWith(CleanWorkbench.class)
class SynthesisTest {
	private static final int DEEPDREAM = 7;

	private WizardExample example;

	@BeforeEach
	void makeExample() throws CoreException {
		example = new WizardExample();
	}

	private Path path(String name) {
		return example.path("synthesized/" + name);
	}

	@Test
	void aPictureIsDrawnAndOpensAgain(WorkbenchPage window) throws Exception {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			wizard.search("seaw").pick("prob:7");
			assertTrue(wizard.promises("takes for seaweed (prob:7)"));
			wizard.dialog().press("Next >");
			wizard.card(DEEPDREAM);
			assertEquals("10", wizard.value("Steps in each octave"));
			wizard.set("Octaves", "0");
			assertTrue(wizard.complains("'octaves' must be a whole number, 1 to 16, not 0.0."));
			wizard.dialog().press("Reset to Preset");
			assertEquals("4", wizard.value("Octaves"));
			wizard.set("Octaves", "3").set("L2 decay", "0.25");
			assertTrue(wizard.promises("2 values differ from \u201cDeepDream\u201d"));
			wizard.dialog().press("Next >");
			wizard.set("Seed", "3").set("Height", "64").set("Name", "{model} {unit} {preset} {seed}");
			assertTrue(wizard.promises("tidepool/synthesized/tidepool prob-seaweed deepdream 3.png"));
			wizard.dialog().press("Finish");
		});
		SynthesisEditorPage editor = SynthesisEditorPage.active(window);
		assertEquals("tidepool prob-seaweed deepdream 3.png", editor.name());
		editor.awaitEnd();
		assertTrue(editor.texts().containsAll(List.of("prob:seaweed", "30 steps")), () -> editor.texts().toString());
		Path picture = path("tidepool prob-seaweed deepdream 3.png");
		Recipe recipe = RecipeFile.read(picture);
		assertEquals(3, recipe.seed());
		assertEquals("deepdream", recipe.preset());
		assertEquals(64, recipe.parameters().integer(Parameter.SIZE));
		assertEquals(3, recipe.parameters().integer(Parameter.OCTAVES));
		assertEquals(0.25, recipe.parameters().number(Parameter.DECAY));
		assertEquals("../tidepool.zip", recipe.model().path());
		assertEquals(64, ImageReader.read(picture).height());
		assertTrue(Files.exists(RecipeFile.beside(picture)));

		window.page().closeAllEditors(false);
		window.projectExplorer().tree().open("tidepool", "synthesized", picture.getFileName().toString());
		SynthesisEditorPage again = SynthesisEditorPage.active(window);
		again.awaitText("size 64 instead of 0");
		assertTrue(again.texts().contains("prob:seaweed"));
	}

	@Test
	void finishingAtOnceDrawsTheFirstClass(WorkbenchPage window) throws Exception {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			assertEquals(10, wizard.search("prob:").found().stream().filter(found -> found.startsWith("prob:")).count());
			wizard.search("").dialog().press("Finish");
		});
		SynthesisEditorPage.active(window).awaitEnd();
		Recipe recipe = RecipeFile.read(path("prob-starfish-0.png"));
		assertEquals("prob:starfish", recipe.label().orElseThrow());
	}

	@Test
	void aPausedPictureTakesSingleStepsAndIsReplayed(WorkbenchPage window) throws Exception {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			wizard.dialog().press("Next >");
			// So many that it does not end before it is paused.
			wizard.set("Steps in each octave", "20000");
			wizard.dialog().press("Finish");
		});
		SynthesisEditorPage editor = SynthesisEditorPage.active(window);
		editor.awaitButton("Pause").press("Pause");
		assertTrue(editor.offers("Resume"));
		editor.press("Step");
		SynthesisRun run = SynthesisRuns.ofWorkbench().of(path("prob-starfish-0.png")).orElseThrow();
		Ui.until("a step", () -> run.trace().steps().count() > 0);
		editor.press("Resume");
		assertTrue(editor.offers("Pause"));
		editor.press("Pause");
		editor.press("Stop, Keep");
		editor.awaitEnd();
		Ui.until("the picture", () -> Files.exists(path("prob-starfish-0.png")));
		editor.press("Copy as Command Line");
		var clipboard = new Clipboard(Display.getCurrent());
		String command = (String) clipboard.getContents(TextTransfer.getInstance());
		clipboard.dispose();
		assertTrue(command.startsWith("./starfish synthesize --recipe " + path("prob-starfish-0.png")), command);
		editor.press("Replay");
		Ui.until("the replayed picture", Duration.ofSeconds(60), () -> Files.exists(path("prob-starfish-0-replay.png")));
		SynthesisEditorPage.active(window).awaitEnd();
		assertEquals(ImageReader.read(path("prob-starfish-0.png")), ImageReader.read(path("prob-starfish-0-replay.png")));
	}

	@Test
	void howAndWhereIsRemembered(WorkbenchPage window) {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			wizard.dialog().press("Next >");
			wizard.card(DEEPDREAM);
			wizard.dialog().press("Next >");
			wizard.set("Name", "{preset}").set("Height", "48").set("Folder", "tidepool");
			wizard.dialog().press("Finish");
		});
		SynthesisEditorPage.active(window).awaitEnd();
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			wizard.dialog().press("Next >");
			wizard.dialog().press("Next >");
			assertEquals("48", wizard.value("Height"));
			assertTrue(wizard.promises("tidepool/deepdream-2.png"));
		});
	}

	@Test
	void aNameThatIsTakenGetsANumber(WorkbenchPage window) throws Exception {
		Files.createDirectories(path("x").getParent());
		Files.write(path("prob-starfish-0.png"), new byte[] { 1 });
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			wizard.dialog().press("Next >");
			wizard.dialog().press("Next >");
			wizard.set("Variants", "2");
			assertTrue(wizard.promises("tidepool/synthesized/prob-starfish-0-2.png"));
			assertTrue(wizard.promises("tidepool/synthesized/prob-starfish-1.png"));
		});
		assertEquals(1, Files.size(path("prob-starfish-0.png")));
	}

	@Test
	void whatIsWrongIsSaidWhereItIsTyped(WorkbenchPage window) {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			wizard.search("walrus");
			assertEquals(List.of(), wizard.found());
			assertTrue(wizard.complains("Nothing in tidepool.zip is called 'walrus'."));
			wizard.search("conv3:17@40,2");
			assertTrue(wizard.complains("Nothing"));
			wizard.search("conv3:17@2,40").search("conv3:17");
			assertEquals("conv3:17", wizard.found().get(0));
			wizard.dialog().press("Next >");
			wizard.dialog().press("Next >");
			wizard.set("Folder", "nowhere/pictures");
			assertTrue(wizard.complains("There is no open project 'nowhere'"));
			wizard.set("Folder", "tidepool/labels.txt");
			assertTrue(wizard.complains("tidepool/labels.txt is a file, not a folder."));
			wizard.set("Folder", "tidepool").set("Name", "a/b");
			assertFalse(wizard.dialog().isEnabled("Finish"));
			wizard.set("Name", "{class}");
			assertTrue(wizard.complains("Only {unit}, {preset}, {model} and {seed} can be filled in."));
			wizard.set("Name", "x").set("Height", "12");
			assertTrue(wizard.complains("The height must be a whole number from 16 to 4096, or empty."));
			wizard.set("Height", "").set("Seed", "1.5");
			assertTrue(wizard.complains("The seed must be a whole number"));
			wizard.set("Seed", "-1");
			assertTrue(wizard.promises("tidepool/x.png"));
			wizard.set("Seed", "3, 8").set("Name", "{seed}");
			assertFalse(wizard.isEnabled("Variants"));
			assertTrue(wizard.promises("tidepool/3.png\ntidepool/8.png"));
			assertTrue(wizard.dialog().isEnabled("Finish"));
		});
	}

	@Test
	void aPictureStartsFromAnImage(WorkbenchPage window) throws Exception {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			wizard.search("conv3:5").expand("More");
			wizard.set("Start from", "tidepool/labels.txt");
			Ui.until("what is wrong", () -> wizard.complains("labels.txt"));
			wizard.set("Start from", "tidepool/images/starfish-1.jpg");
			wizard.dialog().press("Next >");
			wizard.card(DEEPDREAM);
			wizard.set("Octaves", "1").set("Steps in each octave", "2").set("Rate \u03b7", "0");
			Ui.until("the preview", () -> wizard.promises("Step 2 of 2"));
			wizard.dialog().press("Next >");
			wizard.set("Height", "192");
			wizard.dialog().press("Finish");
		});
		Ui.until("the picture", Duration.ofSeconds(60), () -> Files.exists(RecipeFile.beside(path("conv3-5-0.png"))));
		Recipe recipe = RecipeFile.read(path("conv3-5-0.png"));
		assertEquals("../images/starfish-1.jpg", recipe.start().orElseThrow().path());
		assertEquals("../tidepool.zip", recipe.model().path());
		RgbImage drawn = ImageReader.read(path("conv3-5-0.png"));
		RgbImage start = ImageReader.read(example.project().getLocation().append("images/starfish-1.jpg").toPath());
		assertEquals(start.height(), drawn.height());
		assertEquals(start, drawn);
		window.page().closeAllEditors(false);
		Ui.until("the picture in the workspace", () -> example.project().getFile("synthesized/conv3-5-0.png").exists());
		SynthesisWizardPage.during(() -> window.projectExplorer().contextMenu("tidepool", "synthesized", "conv3-5-0.png")
				.choose("Starfish", "Synthesize Like This..."), wizard -> {
					assertEquals("tidepool/images/starfish-1.jpg", wizard.value("Start from"));
					Ui.until("the image to be read", () -> wizard.dialog().isEnabled("Finish"));
				});
	}

	@Test
	void aLayerCanBeDrawnAsAWhole(WorkbenchPage window) {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			wizard.search("conv3").pick("conv3");
			assertTrue(wizard.promises("full of what conv3:0 looks for"));
			wizard.choose("All it responds to, as DeepDream does");
			assertTrue(wizard.promises("whatever conv3 finds in it"));
			wizard.choose("Its channel");
			assertTrue(wizard.promises("full of what conv3:0 looks for"));
		});
	}

	@Test
	void otherPicturesAreNoneOfOurs() throws CoreException {
		IFile plain = new TestProject("plain").write("plain.png", PngWriter.encode(RgbImage.filled(8, 8, 0x336699)));
		IContentDescription description = plain.getContentDescription();
		assertTrue(description == null || !description.getContentType().getId().startsWith("org.starfish."));
	}

	@Test
	void theMenuIsThereForModelsOnly(WorkbenchPage window) {
		assertTrue(window.projectExplorer().contextMenu("tidepool", "tidepool.zip").items("Starfish")
				.contains("Synthesize Image..."));
		assertFalse(window.projectExplorer().contextMenu("tidepool", "labels.txt").items().contains("Starfish"));
		Ui.settle();
	}
}
