// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.preprocessing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.testkit.TestData;
import org.starfish.ui.activation.ShownPicture;
import org.starfish.ui.tests.CleanWorkbench;
import org.starfish.ui.tests.TestProject;
import org.starfish.ui.tests.pages.ModelEditorPage;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

@ExtendWith(CleanWorkbench.class)
class PreprocessingPageTest {
	private static final Path TIDEPOOL = TestData.projectRoot().resolve("bundles/org.starfish.examples/tidepool");

	private ModelEditorPage editor;
	private IFile model;
	private Control page;

	private void open(WorkbenchPage workbench) throws Exception {
		model = new TestProject("preprocessing").copy(TIDEPOOL.resolve("tidepool.zip"));
		editor = ModelEditorPage.open(workbench, model);
		page = editor.choose("Preprocessing");
	}

	private Text field(int index) {
		return Ui.all(page, Text.class, text -> true).get(index);
	}

	private void choose(int combo, String item) {
		Combo chosen = Ui.all(page, Combo.class, each -> true).get(combo);
		chosen.select(chosen.indexOf(item));
		Ui.send(chosen, SWT.Selection);
	}

	private List<String> messages() {
		return Ui.all(page, CLabel.class, Control::isVisible).stream().map(CLabel::getText).toList();
	}

	private void command(String id) throws Exception {
		editor.editor().getSite().getService(IHandlerService.class).executeCommand(id, null);
		Ui.settle();
	}

	@Test
	void whatIsWrongIsSaidBesideTheFieldAndNotSaved(WorkbenchPage workbench) throws Exception {
		open(workbench);
		assertFalse(editor.editor().isDirty());
		field(2).setText("0.x");
		assertEquals(List.of("'0.x' is no number."), messages());
		assertTrue(editor.editor().isDirty());
		var monitor = new NullProgressMonitor();
		editor.editor().doSave(monitor);
		assertTrue(monitor.isCanceled());
		assertTrue(editor.editor().isDirty());
		command(IWorkbenchCommandConstants.EDIT_UNDO);
		assertEquals(List.of(), messages());
		assertFalse(editor.editor().isDirty());
		command(IWorkbenchCommandConstants.EDIT_REDO);
		assertEquals("0.x", field(2).getText());
		command(IWorkbenchCommandConstants.EDIT_UNDO);
	}

	@Test
	void whatIsChosenIsTriedAndSavedBesideTheModel(WorkbenchPage workbench) throws Exception {
		open(workbench);
		editor.session().show(ShownPicture.of(TIDEPOOL.resolve("images").toFile().listFiles()[0].toPath()));
		Ui.until("predictions", () -> editor.session().predictions().isPresent());
		choose(0, "minus-one-one");
		assertEquals(Preprocessing.MINUS_ONE_ONE, editor.session().preprocessing().orElseThrow());
		assertEquals("-1", field(0).getText());
		Ui.until("other predictions", () -> editor.session().predictions().isPresent()
				&& editor.session().input().orElseThrow().preprocessing().equals(Preprocessing.MINUS_ONE_ONE));
		assertTrue(editor.editor().isDirty());
		editor.editor().doSave(new NullProgressMonitor());
		Ui.until("the editor to be clean", () -> !editor.editor().isDirty());
		assertTrue(model.getParent().findMember("tidepool.zip.starfish") != null, "the workspace knows");
		assertEquals(Preprocessing.MINUS_ONE_ONE, editor.session().network().orElseThrow().model().preprocessing());
	}

	@Test
	void theGuessComesBack(WorkbenchPage workbench) throws Exception {
		open(workbench);
		Preprocessing guess = editor.session().preprocessing().orElseThrow();
		choose(0, "caffe-bgr");
		assertTrue(editor.editor().isDirty());
		Button reset = Ui.find(page, Button.class, button -> button.getText().contains("Guessed"));
		Ui.send(reset, SWT.Selection);
		Ui.until("the guess", () -> editor.session().preprocessing().orElseThrow().equals(guess));
		assertFalse(editor.editor().isDirty());
	}

	@Test
	void aGuessCanBeSavedAsItIs(WorkbenchPage workbench) throws Exception {
		open(workbench);
		Button save = Ui.find(page, Button.class, button -> button.getText().startsWith("Save"));
		assertTrue(save.isEnabled());
		Ui.send(save, SWT.Selection);
		Ui.until("it to be stored", () -> model.getParent().findMember("tidepool.zip.starfish") != null);
		Ui.until("the button to say so", () -> !save.isEnabled());
		assertFalse(editor.session().network().orElseThrow().model().preprocessingGuessed());
	}
}
