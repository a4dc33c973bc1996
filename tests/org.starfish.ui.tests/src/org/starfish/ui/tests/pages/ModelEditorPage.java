// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.pages;

import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.starfish.ui.activation.ActivationEditor;
import org.starfish.ui.activation.LayerDisplay;
import org.starfish.ui.activation.ModelSession;

/** The editor of a model, and the tabs of its pages. */
public final class ModelEditorPage {
	private final ActivationEditor editor;

	/**
	 * @param editor that is open
	 */
	public ModelEditorPage(ActivationEditor editor) {
		this.editor = editor;
	}

	/** Opens a model and waits until it has been read. */
	public static ModelEditorPage open(WorkbenchPage workbench, IFile file) throws PartInitException {
		var editor = (ActivationEditor) IDE.openEditor(workbench.page(), file, LayerDisplay.EDITOR);
		Ui.until("the model to be read", () -> editor.session().network().isPresent());
		return new ModelEditorPage(editor);
	}

	/** The editor itself. */
	public ActivationEditor editor() {
		return editor;
	}

	/** What its pages share. */
	public ModelSession session() {
		return editor.session();
	}

	/** The title of the page that is seen. */
	public String tab() {
		return folder().getSelection().getText();
	}

	/** Goes to a page. */
	public Control choose(String title) {
		CTabFolder folder = folder();
		for (int i = 0; i < folder.getItemCount(); i++) {
			if (folder.getItem(i).getText().equals(title)) {
				folder.setSelection(i);
				var event = new Event();
				event.item = folder.getItem(i);
				Ui.send(folder, SWT.Selection, event);
				return folder.getItem(i).getControl();
			}
		}
		throw new AssertionError("there is no page " + title);
	}

	private CTabFolder folder() {
		return Ui.find(WorkbenchPage.control(editor), CTabFolder.class);
	}
}
