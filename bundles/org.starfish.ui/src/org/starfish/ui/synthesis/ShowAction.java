// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.action.Action;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.FileEditorInput;
import org.starfish.ui.synthesis.editor.SynthesisEditor;
import org.starfish.ui.synthesis.sheet.SheetEditor;

/** Leads from a job in the Progress view to what it draws. */
final class ShowAction extends Action {
	private final SynthesisQueue queue;

	ShowAction(SynthesisQueue queue) {
		super(Messages.ShowAction_text);
		this.queue = queue;
	}

	@Override
	public void run() {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		if (window != null) {
			IFile file = queue.sheetFile().orElseGet(() -> queue.runs().get(0).request().picture());
			ViewingEditor.open(window.getActivePage(), new FileEditorInput(file),
					queue.sheetFile().isPresent() ? SheetEditor.ID : SynthesisEditor.ID);
		}
	}
}
