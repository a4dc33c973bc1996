// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.SWT;
import org.eclipse.ui.progress.IProgressConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.starfish.core.jobs.SynthesisJob;
import org.starfish.core.synthesis.ContactSheet;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.ui.synthesis.SynthesisRequest;
import org.starfish.ui.synthesis.SynthesisRun;
import org.starfish.ui.synthesis.SynthesisRuns;
import org.starfish.ui.tests.CleanWorkbench;
import org.starfish.ui.tests.pages.SheetPage;
import org.starfish.ui.tests.pages.SynthesisEditorPage;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

@ExtendWith(CleanWorkbench.class)
class SheetTest {
	private static final Duration LONG = Duration.ofSeconds(120);
	private static final Parameters QUICK = WantedPictures.SHORT.with(Parameter.OCTAVES, 1);

	private WantedPictures wanted;

	@BeforeEach
	void makeExample() throws CoreException {
		wanted = new WantedPictures();
	}

	private static void awaitEnd() {
		Ui.until("the end of the queue", LONG, () -> WantedPictures.jobs().isEmpty());
		Ui.settle();
	}

	private ContactSheet sheet() throws Exception {
		return ContactSheet.read(wanted.path("conv3.sheet.json"));
	}

	@Test
	void aQueueFillsItsSheet(WorkbenchPage window) throws Exception {
		List<SynthesisRequest> requests = new ArrayList<>(wanted.channels("conv3", 5, QUICK));
		requests.add(wanted.request("9.png", "conv3:9999", QUICK));
		SynthesisRun run = WantedPictures.startAndHold(window, requests, 2, 3);
		SheetPage first = SheetPage.active(window);
		assertEquals("conv3.sheet.json", first.name());
		assertEquals(1, window.page().getEditorReferences().length);
		Ui.until("two pictures", () -> first.says("2 of 6 drawn"));
		assertTrue(first.says("6 pictures") && first.says("paused"), () -> first.texts().toString());
		List<String> pictures = first.pictures();
		assertTrue(pictures.get(0).startsWith("conv3:0: reached "), pictures.get(0));
		assertEquals(List.of("conv3:2: step 3 of 6", "conv3:3: waiting", "conv3:4: waiting", "conv3:9999: waiting"),
				pictures.subList(2, 6));
		Ui.until("the pictures to be read", () -> first.canvas().isRead(0) && first.canvas().isRead(1));
		window.page().closeAllEditors(false);
		((IAction) WantedPictures.jobs().get(0).getProperty(IProgressConstants.ACTION_PROPERTY)).run();
		SheetPage page = SheetPage.active(window);
		page.press("Resume");
		assertFalse(run.steering().isPaused());
		awaitEnd();
		assertTrue(page.says("5 of 6 drawn") && page.says("1 failed"), () -> page.texts().toString());
		assertTrue(page.pictures().get(5).contains("there is no 9999"), page.pictures().get(5));
		assertFalse(page.offers("Pause") || page.offers("Stop, Keep"));
		Ui.until("the file in the workspace", () -> wanted.file("conv3.sheet.json").exists());

		// Read from its files it says the same.
		List<String> before = page.pictures();
		window.page().closeAllEditors(false);
		window.projectExplorer().tree().open("tidepool", "synthesized", "units", "conv3.sheet.json");
		SheetPage again = SheetPage.active(window);
		Ui.until("the sheet", () -> again.canvas().count() == 6);
		assertEquals(before, again.pictures());
		Ui.until("the pictures to be read", () -> again.canvas().isRead(4));
	}

	@Test
	void picturesAreChosenByKeysAndOpened(WorkbenchPage window) throws Exception {
		WantedPictures.startAndHold(window, wanted.channels("conv3", 4, QUICK), 1, 2);
		SheetPage page = SheetPage.active(window);
		page.press(SWT.END);
		assertEquals(3, page.canvas().selected());
		page.press(SWT.HOME).press(SWT.ARROW_RIGHT).press(SWT.ARROW_RIGHT).press(SWT.ARROW_LEFT);
		assertEquals(1, page.canvas().selected());
		page.press(SWT.CR);
		SynthesisEditorPage editor = SynthesisEditorPage.active(window);
		assertEquals("1.png", editor.name());
		editor.awaitText("step 2 of 6");
		editor.press("Stop, Keep");
		awaitEnd();
		assertTrue(sheet().entry("1.png").orElseThrow().result().orElseThrow().stopped());
		window.page().closeEditor(window.page().getActiveEditor(), false);
		SheetPage.active(window).doubleClick(3);
		assertEquals("3.png", SynthesisEditorPage.active(window).name());
		SynthesisEditorPage.active(window).awaitText("conv3:3");
	}

	@Test
	void waitingOnesAreTakenOut(WorkbenchPage window) throws Exception {
		WantedPictures.startAndHold(window, wanted.channels("conv3", 6, QUICK), 1, 2);
		SheetPage page = SheetPage.active(window);
		assertTrue(page.click(1).menu().isEnabled("Stop This Picture, Keep"));
		assertFalse(page.menu().isEnabled("Remove from Queue"));
		page.click(2).press(SWT.DEL);
		Ui.until("one to be gone", () -> page.canvas().count() == 5);
		page.click(2).menu().choose("Remove from Queue");
		Ui.until("another to be gone", () -> page.canvas().count() == 4);
		page.menu().choose("Remove All That Wait");
		Ui.until("all to be gone", () -> page.canvas().count() == 2);
		page.press("Resume");
		awaitEnd();
		Ui.until("the file to be written", () -> page.says("2 of 2 drawn"));
		Ui.until("the end of the jobs", () -> SynthesisRuns.ofWorkbench().of(wanted.path("5.png")).isEmpty());
		assertEquals(List.of("0.png", "1.png"), sheet().entries().stream().map(ContactSheet.Entry::picture).toList());
		assertFalse(Files.exists(wanted.path("2.png")));
	}

	@Test
	void stoppedItKeepsWhatThereIs(WorkbenchPage window) throws Exception {
		WantedPictures.startAndHold(window, wanted.channels("conv3", 64, QUICK), 3, 2);
		SheetPage page = SheetPage.active(window);
		page.press("Stop, Keep");
		awaitEnd();
		Ui.until("four pictures", () -> page.says("4 of 4 drawn"));
		assertTrue(page.pictures().get(3).endsWith("stopped"));
	}

	@Test
	void suspendedItGoesOnInTheSameSheet(WorkbenchPage window) throws Exception {
		WantedPictures.startAndHold(window, wanted.channels("conv3", 4, QUICK), 2, 2);
		Path sheet = wanted.path("conv3.sheet.json");
		window.page().closeAllEditors(false);
		SynthesisJob.suspendAll();
		Ui.until("the queue to be forgotten", () -> SynthesisRuns.ofWorkbench().queue(sheet).isEmpty());
		SynthesisRuns.ofWorkbench().resume();
		window.projectExplorer().tree().open("tidepool", "synthesized", "units", "conv3.sheet.json");
		SheetPage page = SheetPage.active(window);
		awaitEnd();
		Ui.until("all pictures", () -> page.says("4 of 4 drawn"));
		assertTrue(page.pictures().stream().allMatch(text -> text.contains("reached")), () -> page.pictures().toString());
	}

	@Test
	void aDamagedSheetSaysSo(WorkbenchPage window) throws Exception {
		IFile file = wanted.model().getProject().getFile("x.sheet.json");
		file.create(new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)), IResource.NONE, null);
		window.projectExplorer().tree().open("tidepool", "x.sheet.json");
		SheetPage page = SheetPage.active(window);
		Ui.until("a sentence", () -> page.says("x.sheet.json is no contact sheet"));
	}
}
