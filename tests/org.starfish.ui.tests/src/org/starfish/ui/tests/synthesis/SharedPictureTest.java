// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.starfish.core.image.ImageReader;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.ui.synthesis.editor.SynthesisEditor;
import org.starfish.ui.tests.CleanWorkbench;
import org.starfish.ui.tests.pages.DialogPage;
import org.starfish.ui.tests.pages.MenuPage;
import org.starfish.ui.tests.pages.SynthesisEditorPage;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

/** Pictures that come from elsewhere, go elsewhere, or have lost their model. */
@ExtendWith(CleanWorkbench.class)
class SharedPictureTest {
	private static final Parameters SHORT = Presets.LUCID.parameters().with(Parameter.STEPS, 8);

	@TempDir
	private Path folder;
	private WantedPictures wanted;

	@BeforeEach
	void makeExample() throws CoreException {
		wanted = new WantedPictures();
	}

	private SynthesisEditorPage drawn(WorkbenchPage window) throws Exception {
		SynthesisEditor.start(window.page(), List.of(wanted.request("a.png", "prob:0", SHORT)));
		SynthesisEditorPage editor = SynthesisEditorPage.active(window);
		editor.awaitEnd();
		Ui.until("the picture", () -> wanted.file("a.png").exists());
		return editor;
	}

	@Test
	void aPictureWhoseModelHasMovedFindsItAgain(WorkbenchPage window) throws Exception {
		drawn(window);
		window.page().closeAllEditors(false);
		IPath elsewhere = wanted.model().getProject().getFullPath().append("moved.zip");
		wanted.model().move(elsewhere, true, new NullProgressMonitor());
		window.projectExplorer().tree().open("tidepool", "synthesized", "units", "a.png");
		SynthesisEditorPage editor = SynthesisEditorPage.active(window);
		editor.awaitText("say where it is");
		editor.awaitButton("Find the Model\u2026");
		DialogPage.during("Choose a Model", () -> editor.press("Find the Model\u2026"), dialog -> dialog.press("OK"));
		editor.awaitText("Logit reached");
		assertFalse(editor.offers("Find the Model\u2026"));
		editor.press("Replay");
		Ui.until("the replayed picture", () -> Files.exists(wanted.path("a-replay.png")));
		SynthesisEditorPage.active(window).awaitEnd();
		assertEquals(ImageReader.read(wanted.path("a.png")), ImageReader.read(wanted.path("a-replay.png")));
		assertEquals("../../moved.zip", RecipeFile.read(wanted.path("a-replay.png")).model().path());
	}

	@Test
	void aPictureIsDrawnWithAnotherModel(WorkbenchPage window) throws Exception {
		SynthesisEditorPage editor = drawn(window);
		IFile other = wanted.model().getProject().getFile("another.zip");
		wanted.model().copy(other.getFullPath(), true, new NullProgressMonitor());
		DialogPage.during("Choose a Model", () -> editor.press("Replay with Another Model\u2026"), dialog -> {
			dialog.field().setText("*another");
			dialog.press("OK");
		});
		Ui.until("another picture", () -> Files.exists(wanted.path("a-another.png")));
		SynthesisEditorPage.active(window).awaitEnd();
		Recipe recipe = RecipeFile.read(wanted.path("a-another.png"));
		assertEquals("../../another.zip", recipe.model().path());
		assertEquals(RecipeFile.read(wanted.path("a.png")).target(), recipe.target());
	}

	@Test
	void whatIsDroppedOpens(WorkbenchPage window) throws Exception {
		SynthesisEditorPage editor = drawn(window);
		Path outside = Files.copy(wanted.path("a.png"), folder.resolve("outside.png"));
		editor.drop(outside);
		Ui.until("the dropped picture", () -> window.page().getActiveEditor().getTitle().equals("outside.png"));
		SynthesisEditorPage dropped = SynthesisEditorPage.active(window);
		dropped.awaitText("px");
		assertEquals(ImageReader.read(outside), dropped.picture());
	}

	@Test
	void aPictureIsCopied(WorkbenchPage window) throws Exception {
		SynthesisEditorPage editor = drawn(window);
		new MenuPage(editor.canvas().getMenu()).choose("Copy Picture");
		var clipboard = new Clipboard(Display.getCurrent());
		var data = (ImageData) clipboard.getContents(ImageTransfer.getInstance());
		clipboard.dispose();
		assertEquals(editor.picture().width(), data.width);
		int pixel = data.palette.getRGB(data.getPixel(3, 5)).red;
		assertEquals(editor.picture().pixel(3, 5) >> 16, pixel);
	}

	@Test
	void aCopyIsSavedThatCanBeReplayed(WorkbenchPage window) throws Exception {
		SynthesisEditorPage editor = drawn(window);
		DialogPage.during("Save As", () -> new MenuPage(editor.canvas().getMenu()).choose("Save Picture As\u2026"), dialog -> {
			List<Text> fields = Ui.all(dialog.shell(), Text.class, Text::getEditable);
			fields.get(0).setText("/tidepool");
			fields.get(1).setText("copy.png");
			dialog.press("OK");
		});
		IFile copy = wanted.model().getProject().getFile("copy.png");
		Ui.until("the copy", copy::exists);
		Path path = copy.getLocation().toPath();
		assertEquals(ImageReader.read(wanted.path("a.png")), ImageReader.read(path));
		assertEquals("tidepool.zip", RecipeFile.read(path).model().path());
		assertTrue(copy.getParent().findMember("copy.recipe.json").exists());
	}
}
