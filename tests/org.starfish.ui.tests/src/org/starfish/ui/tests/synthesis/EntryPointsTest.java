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

import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.starfish.core.jobs.SynthesisJob;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.ui.tests.CleanWorkbench;
import org.starfish.ui.tests.pages.DialogPage;
import org.starfish.ui.tests.pages.ModelExplorerPage;
import org.starfish.ui.tests.pages.SynthesisWizardPage;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

/** From where the synthesis wizard is opened, and what it begins with. */
@ExtendWith(CleanWorkbench.class)
class EntryPointsTest {
	private static final int DEEPDREAM = 7;

	private WizardExample example;

	@BeforeEach
	void makeExample() throws CoreException {
		example = new WizardExample();
	}

	private Path path(String name) {
		return example.path("synthesized/" + name);
	}

	private void awaitPicture(String name) {
		Ui.until("the picture " + name, Duration.ofSeconds(60),
				() -> Files.exists(RecipeFile.beside(path(name))) && example.project().getFile("synthesized/" + name).exists());
	}

	private static boolean isDrawing() {
		return Job.getJobManager().find(SynthesisJob.class).length > 0;
	}

	@Test
	void newThingsHoldAPictureOfAModel(WorkbenchPage window) {
		DialogPage.during("New", () -> window.menu().choose("File", "New", "Other..."), dialog -> {
			dialog.tree().select("Starfish", "Synthesized Picture");
			dialog.press("Next >");
			Ui.until("the models", () -> !Ui.all(dialog.shell(), Table.class, Table::isVisible).isEmpty()
					&& Ui.find(dialog.shell(), Table.class, Table::isVisible).getItemCount() > 0);
			assertEquals("tidepool/tidepool.zip", Ui.find(dialog.shell(), Table.class, Table::isVisible).getItem(0).getText());
			assertFalse(dialog.isEnabled("Finish"));
			dialog.press("Next >");
			SynthesisWizardPage wizard = SynthesisWizardPage.in(dialog);
			wizard.search("prob:urchin").dialog().press("Next >");
			wizard.card(DEEPDREAM);
			wizard.set("Octaves", "1").set("Steps in each octave", "2");
			dialog.press("Finish");
		});
		awaitPicture("prob-urchin-0.png");
	}

	@Test
	void aPictureIsFollowedByOneLikeIt(WorkbenchPage window) throws Exception {
		SynthesisWizardPage.during(() -> window.projectExplorer().contextMenu("tidepool", "tidepool.zip").choose("Starfish",
				"Synthesize Image..."), wizard -> {
					wizard.search("prob:3 conv3:1").choose(0, "One picture of all together").set("Weights", "1, -0.5");
					wizard.expand("More").choose(1, "What it responds to least");
					wizard.dialog().press("Next >");
					wizard.card(DEEPDREAM);
					wizard.set("Octaves", "1").set("Steps in each octave", "3");
					wizard.dialog().press("Next >");
					wizard.set("Seed", "5").set("Name", "first").set("Height", "48");
					wizard.dialog().press("Finish");
				});
		awaitPicture("first.png");
		window.page().closeAllEditors(false);
		SynthesisWizardPage.during(
				() -> window.projectExplorer().contextMenu("tidepool", "synthesized", "first.png").choose("Starfish", "Synthesize Like This..."),
				wizard -> {
					assertEquals(List.of("prob:3", "conv3:1"), wizard.found());
					assertEquals("1, -0.5", wizard.value("Weights"));
					wizard.dialog().press("Next >");
					assertEquals("3", wizard.value("Steps in each octave"));
					assertTrue(wizard.promises("2 values differ from \u201cDeepDream\u201d"));
					wizard.dialog().press("Next >");
					assertEquals("5", wizard.value("Seed"));
					assertEquals("48", wizard.value("Height"));
					wizard.set("Name", "second");
					wizard.dialog().press("Finish");
				});
		awaitPicture("second.png");
		Recipe first = RecipeFile.read(path("first.png"));
		Recipe second = RecipeFile.read(path("second.png"));
		assertEquals("minimize", first.parameters().choice(Parameter.DIRECTION));
		assertEquals(first.parameters(), second.parameters());
		assertEquals(first.target(), second.target());
		assertEquals(first.seed(), second.seed());
	}

	@Test
	void aRecipeWhoseModelIsGoneSaysSo(WorkbenchPage window) throws Exception {
		SynthesisWizardPage.during(() -> window.projectExplorer().contextMenu("tidepool", "tidepool.zip").choose("Starfish",
				"Synthesize Image..."), wizard -> {
					wizard.dialog().press("Next >");
					wizard.card(DEEPDREAM);
					wizard.set("Octaves", "1").set("Steps in each octave", "2");
					wizard.dialog().press("Finish");
				});
		awaitPicture("prob-starfish-0.png");
		window.page().closeAllEditors(false);
		Ui.until("nothing to be drawn", () -> !isDrawing());
		example.project().getFile("tidepool.zip").delete(true, new NullProgressMonitor());
		example.project().refreshLocal(IResource.DEPTH_INFINITE, new NullProgressMonitor());
		DialogPage.during("Synthesize Like This",
				() -> window.projectExplorer().contextMenu("tidepool", "synthesized", "prob-starfish-0.recipe.json")
						.choose("Starfish", "Synthesize Like This..."),
				dialog -> {
					assertTrue(dialog.shows("say where it is"));
					dialog.press("OK");
				});
		assertFalse(window.projectExplorer().contextMenu("tidepool", "labels.txt").items().contains("Starfish"));
	}

	@Test
	void aLayerOfTheExplorerIsBegunWith(WorkbenchPage window) {
		ModelExplorerPage explorer = window.modelExplorer().expand("tidepool.zip").untilLoaded("tidepool.zip");
		String layer = explorer.below("tidepool.zip").stream().filter(text -> text.startsWith("conv3")).findFirst().orElseThrow();
		SynthesisWizardPage.during(() -> explorer.contextMenu("tidepool.zip", layer).choose("Starfish", "Synthesize Image..."),
				wizard -> {
					assertEquals("conv3", wizard.found().get(0));
					assertTrue(wizard.promises("full of what conv3:0 looks for"));
				});
	}
}
