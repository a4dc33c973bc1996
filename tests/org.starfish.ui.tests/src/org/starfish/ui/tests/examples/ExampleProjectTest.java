// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.starfish.ui.examples.ExampleProject;
import org.starfish.ui.tests.CleanWorkbench;
import org.starfish.ui.tests.TestProject;
import org.starfish.ui.tests.pages.DialogPage;
import org.starfish.ui.tests.pages.ModelExplorerPage;
import org.starfish.ui.tests.pages.SynthesisEditorPage;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

@ExtendWith(CleanWorkbench.class)
class ExampleProjectTest {
	@Test
	void theProjectHoldsModelLabelsAndPictures() throws CoreException {
		IProject project = new ExampleProject("example").create(new NullProgressMonitor());
		assertTrue(project.getFile("tidepool.zip").exists());
		assertTrue(project.getFile("tidepool.zip.starfish").exists());
		assertTrue(project.getFile("labels.txt").exists());
		assertEquals(40, project.getFolder("images").members().length);
		assertEquals(9, project.getFolder("figures").members().length);
	}

	@Test
	void aFigureOfThePaperIsDrawnAgain(WorkbenchPage window) throws CoreException {
		IProject project = new ExampleProject("example").create(new NullProgressMonitor());
		window.projectExplorer().tree().open("example", "figures", "3.1-starfish-without-regularization.png");
		SynthesisEditorPage figure = SynthesisEditorPage.active(window);
		figure.awaitText("starfish");
		figure.awaitButton("Replay").press("Replay");
		Path again = project.getLocation().append("figures/3.1-starfish-without-regularization-replay.png").toPath();
		Ui.until("the replayed picture", Duration.ofSeconds(60), () -> Files.exists(again));
		SynthesisEditorPage.active(window).awaitEnd();
	}

	@Test
	void aProjectThatIsThereIsLeftAlone() throws CoreException {
		var mine = new TestProject("example");
		mine.write("notes.txt", new byte[] { 1 });
		assertThrows(CoreException.class, () -> new ExampleProject("example").create(new NullProgressMonitor()));
		assertTrue(mine.project().getFile("notes.txt").exists());
	}

	@Test
	void aCancelledProjectIsDeletedAgain() {
		var example = new ExampleProject("example");
		var monitor = new NullProgressMonitor() {
			private int calls;

			@Override
			public boolean isCanceled() {
				return ++calls > 5;
			}
		};
		assertThrows(OperationCanceledException.class, () -> example.create(monitor));
		assertFalse(example.project().exists());
	}

	@Test
	void theWizardMakesTheProjectAndShowsIt(WorkbenchPage window) {
		DialogPage.during("New", () -> window.menu().choose("File", "New", "Other..."), dialog -> {
			dialog.tree().select("Starfish", "Starfish Example");
			dialog.press("Next >");
			assertEquals("tidepool", dialog.field().getText());
			dialog.field().setText("a/b");
			assertFalse(dialog.isEnabled("Finish"));
			dialog.field().setText("sea life");
			dialog.press("Finish");
		});
		window.projectExplorer().tree().item("sea life", "tidepool.zip");
		ModelExplorerPage explorer = window.modelExplorer();
		Ui.until("the model", () -> explorer.models().contains("tidepool.zip"));
	}
}
